package org.chengxin.subject.boundary;

/**
 * A natural person as a row names them.
 *
 * @param name as stated
 * @param citizenId 18 or, in older files, 15 characters. Without a valid one nobody can be told apart: a person is never
 *     found by name alone
 */
public record PersonReference(String name, String citizenId) {

    /** The number masked, so that it does not slip into a log. */
    @Override
    public String toString() {
        return "PersonReference[" + org.chengxin.kernel.text.Masking.personName(name) + "]";
    }
}
