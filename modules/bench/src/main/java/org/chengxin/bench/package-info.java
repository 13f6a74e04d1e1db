/**
 * How fast the built application is on the machine at hand. The programs here start a database and a server of their
 * own, work through the public interfaces as a department would, and put a bare insert of the same rows beside it, so
 * that a figure says something about the application and not only about the machine. They are run by hand.
 */
package org.chengxin.bench;
