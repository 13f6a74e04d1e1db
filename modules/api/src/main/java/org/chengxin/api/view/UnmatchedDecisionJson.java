package org.chengxin.api.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the credit centre says about a group.
 *
 * @param subject for match: public id of the subject, or a code it has
 * @param kind for provisional: what the subject is, where neither code nor name says so for certain
 * @param reason required for match and return
 */
@Schema(
        name = "UnmatchedDecision",
        description = "对待匹配行的处理 / what the credit centre says about a group",
        requiredProperties = {"outcome"})
public record UnmatchedDecisionJson(
        @Schema(enumeration = {"match", "provisional", "return"})
        String outcome,

        @Schema(description = "主体的公开标识或代码 / public id or code of the subject")
        String subject,

        @Schema(
                description = "临时主体的类型 / kind of the provisional subject",
                enumeration = {
                    "ENTERPRISE",
                    "INDIVIDUAL_BUSINESS",
                    "OTHER_ORGANISATION",
                    "GOVERNMENT_BODY",
                    "REPRESENTATIVE_OFFICE"
                })
        String kind,

        String reason) {}
