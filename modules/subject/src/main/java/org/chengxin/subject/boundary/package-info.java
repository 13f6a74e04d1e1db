/** Finding, registering and describing subjects. */
package org.chengxin.subject.boundary;
