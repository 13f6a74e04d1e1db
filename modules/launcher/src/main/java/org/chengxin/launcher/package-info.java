/**
 * The program behind {@code ./run}: one command that brings PostgreSQL, the schema, the server and the
 * demonstration city up in order and takes them down again. It exists so that nobody has to install or configure
 * anything but a JDK and Maven to see Chengxin at work; a production installation does not need it.
 */
package org.chengxin.launcher;
