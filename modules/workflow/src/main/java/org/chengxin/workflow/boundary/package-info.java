/** The inbox of officials, and the processes as other modules ask for them. */
package org.chengxin.workflow.boundary;
