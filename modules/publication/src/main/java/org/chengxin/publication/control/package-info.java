/**
 * Writes the public projection in the transaction that publishes, and reads it under a database role that can read
 * nothing else (design: what always holds 1 and 9).
 */
package org.chengxin.publication.control;
