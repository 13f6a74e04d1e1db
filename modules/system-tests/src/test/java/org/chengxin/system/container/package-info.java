/** Inside the server: that engine, JPA and JTA are one. */
package org.chengxin.system.container;
