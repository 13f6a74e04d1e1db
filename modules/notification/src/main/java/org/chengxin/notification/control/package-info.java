/** From what happened to those who hear of it, and on to their mail. */
package org.chengxin.notification.control;
