/** The application as a whole, the way people and other systems meet it; and the rules of the house. */
package org.chengxin.system;
