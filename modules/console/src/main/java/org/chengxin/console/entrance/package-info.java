/**
 * The way into the console: which network addresses may come near it (A45), who signs in, and what every request is
 * held against before a page sees it.
 */
package org.chengxin.console.entrance;
