package org.chengxin.intake.control;

import java.util.List;
import java.util.Optional;
import org.chengxin.kernel.code.SubjectCode.Classified;
import org.chengxin.kernel.code.SubjectCode.Kind;
import org.chengxin.kernel.text.NameNormaliser;

/**
 * Whom a row is about, as far as the row says so.
 *
 * @param name as cleaned; null when the row has none
 * @param codes every valid code of the subject in the row, the one it is found by first
 * @param formerNames names the subject had before
 */
public record SubjectReference(String name, List<Classified> codes, List<String> formerNames) {

    public SubjectReference {
        codes = List.copyOf(codes);
        formerNames = List.copyOf(formerNames);
    }

    /** The code of a kind. */
    public Optional<String> code(Kind kind) {
        return codes.stream()
                .filter(code -> code.kind() == kind)
                .map(Classified::value)
                .findFirst();
    }

    /** What stands for the subject in keys: its unified code, else its first code, else its normalised name. */
    public String key() {
        return code(Kind.UNIFIED)
                .orElseGet(() -> codes.isEmpty() ? nameKey() : codes.get(0).value());
    }

    private String nameKey() {
        return name == null ? "" : "name:" + NameNormaliser.normalise(name);
    }
}
