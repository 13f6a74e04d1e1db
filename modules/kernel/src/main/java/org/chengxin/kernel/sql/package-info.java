/**
 * Writing many rows with one statement. Lots of 20,000 rows are daily work, and one INSERT per row would spend the time
 * on round trips; arrays and {@code unnest} take the rows across in one.
 */
package org.chengxin.kernel.sql;
