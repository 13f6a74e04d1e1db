/** The rules of the house: who may know whom, what the database itself refuses, what must not be forgotten. */
package org.chengxin.system.house;
