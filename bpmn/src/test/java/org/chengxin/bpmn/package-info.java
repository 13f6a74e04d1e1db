/** What the models promise, proved on an engine in memory; delegates are stand-ins, so that only the model is tested. */
package org.chengxin.bpmn;
