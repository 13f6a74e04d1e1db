/**
 * The shapes of what goes over the wire in version 1 of the interface. They are kept apart from the boundaries' own
 * views, so that a module can change what it tells the console without breaking a system that was built against the
 * interface.
 */
package org.chengxin.api.view;
