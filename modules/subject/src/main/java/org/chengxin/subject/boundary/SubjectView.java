package org.chengxin.subject.boundary;

import java.util.List;
import org.chengxin.subject.entity.SubjectKind;

/**
 * A subject as other modules see it.
 *
 * @param otherCodes older codes of the organisation; never a citizen's number
 */
public record SubjectView(
        Long id,
        String publicId,
        SubjectKind kind,
        String name,
        List<String> formerNames,
        String code,
        List<String> otherCodes,
        String divisionCode,
        String status,
        boolean outOfRegion,
        boolean provisional) {}
