package org.chengxin.subject.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chengxin.kernel.code.RegistrationNumber;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.code.SubjectCode.Kind;
import org.chengxin.kernel.code.TaxpayerNumber;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;

/** The codes of one registration, as the register keeps them. */
final class RegisteredCodes {

    private final List<SubjectCode.Classified> codes;
    private final boolean personal;

    private RegisteredCodes(List<SubjectCode.Classified> codes, boolean personal) {
        this.codes = codes;
        this.personal = personal;
    }

    static RegisteredCodes of(List<SubjectCode.Classified> codes, boolean personal) {
        return new RegisteredCodes(
                codes.stream().filter(code -> code.kind().isCode()).toList(), personal);
    }

    /** As stated, the first one first. */
    List<String> values() {
        return codes.stream().map(SubjectCode.Classified::value).distinct().toList();
    }

    /** The organisation codes inside, by which the subject may be known from before 2015. */
    List<String> inside() {
        return codes.stream()
                .flatMap(code -> code.organisationCode().stream())
                .distinct()
                .toList();
    }

    /**
     * What is kept, by kind. The organisation code is the middle of the unified code, and old records know the subject
     * by it. A citizen's number under which an organisation pays taxes is its taxpayer's number: the organisation is not
     * that person.
     */
    Map<Kind, Set<String>> kept() {
        Map<Kind, Set<String>> kept = new LinkedHashMap<>();
        for (SubjectCode.Classified code : codes) {
            Kind kind = code.kind() == Kind.CITIZEN_ID && !personal ? Kind.TAXPAYER : code.kind();
            kept.computeIfAbsent(kind, k -> new TreeSet<>()).add(code.value());
        }
        unified().ifPresent(code -> kept.computeIfAbsent(Kind.ORGANISATION, k -> new TreeSet<>())
                .add(code.organisationCode().value()));
        return kept;
    }

    /** Whether both hold codes of one kind and none of them is the same. */
    static boolean contradict(Map<Kind, Set<String>> some, Map<Kind, Set<String>> others) {
        return some.entrySet().stream().anyMatch(entry -> {
            Set<String> values = others.get(entry.getKey());
            return values != null && entry.getValue().stream().noneMatch(values::contains);
        });
    }

    Optional<UnifiedSocialCreditCode> unified() {
        return first(Kind.UNIFIED).flatMap(UnifiedSocialCreditCode::parse);
    }

    Optional<RegistrationNumber> registration() {
        return codes.stream()
                .filter(code -> code.kind() == Kind.REGISTRATION
                        || code.kind() == Kind.REGISTRATION_COOPERATIVE
                        || code.kind() == Kind.REGISTRATION_OLDER)
                .findFirst()
                .flatMap(code -> RegistrationNumber.parse(code.value()));
    }

    Optional<String> citizenId() {
        return first(Kind.CITIZEN_ID);
    }

    /** A taxpayer's number of an individual business: a citizen's and two more characters. */
    boolean ownersTaxNumber() {
        return first(Kind.TAXPAYER)
                .flatMap(TaxpayerNumber::parse)
                .map(number -> number.form() == TaxpayerNumber.Form.CITIZEN_EXTENDED)
                .orElse(false);
    }

    /** The division of the first registration, six digits; empty if no code says so. */
    Optional<String> division() {
        return unified().map(UnifiedSocialCreditCode::divisionCode).or(() -> registration()
                .flatMap(RegistrationNumber::registrationAuthority));
    }

    private Optional<String> first(Kind kind) {
        return codes.stream()
                .filter(code -> code.kind() == kind)
                .map(SubjectCode.Classified::value)
                .findFirst();
    }
}
