package org.chengxin.intake.boundary;

import java.util.List;

/**
 * A finding as it is listed.
 *
 * @param row as a person sees it in the file, the header being row 1
 * @param field Chinese title of the field; null when it is about the whole row
 * @param fieldName technical name of the field; null when it is about the whole row
 * @param args what the text of the rule is filled with
 */
public record FindingView(
        int row,
        int seq,
        String field,
        String fieldName,
        String value,
        String rule,
        String severity,
        List<String> args,
        String suggestion) {}
