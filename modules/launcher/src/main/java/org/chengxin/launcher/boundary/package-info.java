/**
 * What can be started and stopped: {@link org.chengxin.launcher.boundary.EmbeddedPostgres the database},
 * {@link org.chengxin.launcher.boundary.DatabaseSetup its roles and schema},
 * {@link org.chengxin.launcher.boundary.LibertyServer the server}. Tests and benchmarks use these without the
 * command line in front.
 */
package org.chengxin.launcher.boundary;
