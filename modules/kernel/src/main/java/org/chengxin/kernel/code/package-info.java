/**
 * The numbers by which organisations and persons are known in China, each with its standard, its check digit and what
 * can be read from it. Check digits catch what typing gets wrong, and telling a citizen's number from an
 * organisation's keeps the former off the public page.
 */
package org.chengxin.kernel.code;
