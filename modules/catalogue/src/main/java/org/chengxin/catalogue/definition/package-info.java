/**
 * What a catalogue item is, as plain values: its fields with their types and meanings, its code tables, the key by
 * which a record is recognised again.
 *
 * <p>The package exists so that intake, review forms, the portal and the demonstration can work with an item version
 * without a database and without knowing any item by its code: everything finds a field by its {@link
 * org.chengxin.catalogue.definition.FieldMeaning}. That is what lets a new item, and a new department, come in as data.
 */
package org.chengxin.catalogue.definition;
