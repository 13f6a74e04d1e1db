/** How a password is checked and how guessing is slowed down. */
package org.chengxin.organisation.control;
