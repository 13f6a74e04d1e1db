package org.chengxin.subject.boundary;

import java.time.LocalDate;
import java.util.List;
import org.chengxin.kernel.code.SubjectCode;

/**
 * What a registration row says about its subject.
 *
 * @param codes every code the row holds, classified; the first real one identifies the subject
 * @param name current name
 * @param formerNames names it had before, as stated
 * @param divisionCode six digits; null to take it from the unified code or the registration number
 * @param status as stated, such as 存续 or 注销; null if not stated
 * @param personal the subject is a natural person; then one of the codes is the citizen's number
 * @param statedKind in the words of the source, such as 个体工商户; null if not stated
 * @param since the day from which name and codes hold, such as that of the licence; null if not stated
 * @param legalRepresentative who stands for it, taken up only with a valid citizen's number; null if not stated
 * @param withoutCodeReason why it has no code (C02); null if not stated
 */
public record Registration(
        List<SubjectCode.Classified> codes,
        String name,
        List<String> formerNames,
        String divisionCode,
        String status,
        boolean personal,
        String statedKind,
        LocalDate since,
        PersonReference legalRepresentative,
        String withoutCodeReason) {

    /** What every registration says, and no more. */
    public Registration(
            List<SubjectCode.Classified> codes,
            String name,
            List<String> formerNames,
            String divisionCode,
            String status,
            boolean personal) {
        this(codes, name, formerNames, divisionCode, status, personal, null, null, null, null);
    }
}
