/**
 * A city that does not exist, made by code: its departments and accounts, its catalogue, 2,000 enterprises with valid
 * codes and some months of records. It exists so that everybody who starts Chengxin sees it full of life, and so that
 * tests and benchmarks have data that belongs to nobody. What enters through the public REST API does so as the
 * accounts themselves would send it; only what no API offers (departments, accounts, catalogue) is written directly.
 */
package org.chengxin.demonstration;
