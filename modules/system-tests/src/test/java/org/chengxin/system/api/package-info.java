/** The application through its REST interface, as other systems and scripts meet it. */
package org.chengxin.system.api;
