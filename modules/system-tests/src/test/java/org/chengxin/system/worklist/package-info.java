/** The worklist on a real engine and a real database, without a server: what must hold in whatever order people act. */
package org.chengxin.system.worklist;
