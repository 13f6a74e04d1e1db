/** Others say here what happened and whom it concerns; people read their own notices here, operators the state of mail. */
package org.chengxin.notification.boundary;
