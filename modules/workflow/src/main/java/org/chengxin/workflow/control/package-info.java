/** Decision tables and the worklist's rules. */
package org.chengxin.workflow.control;
