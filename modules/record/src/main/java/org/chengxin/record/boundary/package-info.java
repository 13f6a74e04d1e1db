/** What processes, pages and other modules may ask of credit records. */
package org.chengxin.record.boundary;
