package org.chengxin.api.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the credit centre says about a group.
 *
 * @param subject for match: public id of the subject, or a code it has; for a person: the citizen's number, where the
 *     rows hold none
 * @param kind for provisional: what the subject is, where neither code nor name says so for certain; PERSON for a natural
 *     person
 * @param reason required for match and return
 */
@Schema(
        name = "UnmatchedDecision",
        description = "对待匹配行的处理 / what the credit centre says about a group",
        requiredProperties = {"outcome"})
public record UnmatchedDecisionJson(
        @Schema(enumeration = {"match", "provisional", "return"})
        String outcome,

        @Schema(description = "主体的公开标识或代码；自然人为公民身份号码 / public id or code of the subject; a person's citizen number")
        String subject,

        @Schema(
                description = "主体的类型 / kind of the subject",
                enumeration = {
                    "ENTERPRISE",
                    "INDIVIDUAL_BUSINESS",
                    "OTHER_ORGANISATION",
                    "GOVERNMENT_BODY",
                    "REPRESENTATIVE_OFFICE",
                    "PERSON"
                })
        String kind,

        String reason) {}
