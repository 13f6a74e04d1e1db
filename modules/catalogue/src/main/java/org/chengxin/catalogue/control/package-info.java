/** How items, versions and suppliers are found and put together. */
package org.chengxin.catalogue.control;
