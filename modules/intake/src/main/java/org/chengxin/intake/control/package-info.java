/**
 * The pure part of intake: files become rows, headings become fields, cells become values, and whatever is wrong
 * becomes a finding that says to the row what was there, what is expected and how to mend it.
 *
 * <p>The package exists apart from the boundary so that all of it runs without a server or a database: nothing here
 * opens a transaction, asks the clock or knows a catalogue item by its code. Nothing is lost (a row is accepted,
 * suspect or rejected with a reason), and nothing is guessed (a repair is a suggestion that only the supplier
 * accepts).
 */
package org.chengxin.intake.control;
