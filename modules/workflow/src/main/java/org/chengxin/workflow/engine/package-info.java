/** The process engine inside the server: one transaction, one datasource, the container's threads. */
package org.chengxin.workflow.engine;
