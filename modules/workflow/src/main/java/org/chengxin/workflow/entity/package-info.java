/** The worklist: one row per user task, beside the engine and in its transaction. */
package org.chengxin.workflow.entity;
