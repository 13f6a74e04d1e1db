/** Servers and databases that are killed in the middle of work, told to stop, started in earnest, or lost from sight. */
package org.chengxin.system.fault;
