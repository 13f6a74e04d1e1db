/**
 * What the sites share, so that they look and speak as one family: the language and look a visitor chose, the words of
 * all modules, how dates and codes are written, headers that protect, and error pages that help.
 */
package org.chengxin.webkit;
