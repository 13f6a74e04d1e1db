/** The steps of the process models: each named as in the model, each one call of a boundary. */
package org.chengxin.workflow.delegate;
