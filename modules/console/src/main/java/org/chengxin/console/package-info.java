/**
 * The officials' console: one thin bean per view, each doing one boundary call for a use case. Nothing is decided here;
 * what a page may show or do is answered by the boundaries, and a page only says it in words.
 */
package org.chengxin.console;
