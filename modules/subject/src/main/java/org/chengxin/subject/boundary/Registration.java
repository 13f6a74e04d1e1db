package org.chengxin.subject.boundary;

import java.util.List;
import org.chengxin.kernel.code.SubjectCode;

/**
 * What a registration row says about its subject.
 *
 * @param codes every code the row holds, classified; the first real one identifies the subject
 * @param name current name
 * @param formerNames names it had before, as stated
 * @param divisionCode six digits; null to take it from the unified code
 * @param status as stated, such as 存续 or 注销; null if not stated
 * @param personal the subject is a natural person
 */
public record Registration(
        List<SubjectCode.Classified> codes,
        String name,
        List<String> formerNames,
        String divisionCode,
        String status,
        boolean personal) {}
