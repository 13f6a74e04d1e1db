/**
 * Text as departments really send it: full-width digits, invisible characters, dates in five notations, amounts in
 * financial numerals. Everything here turns such text into values by named rules, tells which rules it applied, and
 * refuses rather than guesses. Masking of personal data stands here too, because it works on the same text.
 */
package org.chengxin.kernel.text;
