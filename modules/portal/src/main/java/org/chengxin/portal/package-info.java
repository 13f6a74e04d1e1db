/**
 * The public portal: anybody may search and read, without a session and without scripts. It asks the public register and
 * knows no other module.
 */
package org.chengxin.portal;
