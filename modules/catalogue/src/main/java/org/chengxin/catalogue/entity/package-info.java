/** Catalogue items, their versions and suppliers, and the mappings that suppliers confirmed. */
package org.chengxin.catalogue.entity;
