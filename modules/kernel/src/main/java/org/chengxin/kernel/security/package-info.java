/** Who may come from where: network ranges, the same for console, metrics and machine interfaces. */
package org.chengxin.kernel.security;
