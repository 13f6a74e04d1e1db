/**
 * One form schema per user task, as data. The processes refer to a form by its id, Camunda Modeler edits it, the
 * console draws it with its own components, and both the console and the REST interface check a decision against
 * it here, so that a decision taken through either has passed the same checks. Plain Java, usable without a server.
 */
package org.chengxin.forms;
