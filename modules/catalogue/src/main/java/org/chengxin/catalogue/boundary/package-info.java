/** What may be supplied, by whom, in which fields; and how a supplier's own layout maps onto them. */
package org.chengxin.catalogue.boundary;
