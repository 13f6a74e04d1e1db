/** Sign-in, the signed-in actor, and the register of organisations. */
package org.chengxin.organisation.boundary;
