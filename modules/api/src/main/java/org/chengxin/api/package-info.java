/**
 * The REST interface, version 1: what other systems and scripts call. It translates between HTTP and the boundaries and
 * decides nothing itself; rights, rules and transactions are those of the boundaries, so that a call can do exactly
 * what the same person can do at the console.
 */
package org.chengxin.api;
