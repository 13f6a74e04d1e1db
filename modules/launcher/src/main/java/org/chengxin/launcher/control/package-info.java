/** The workings below: processes, accounts of the operating system, unpacking, waiting. */
package org.chengxin.launcher.control;
