/** How records, their content and their events reach the database: in sets, once a transaction. */
package org.chengxin.record.control;
