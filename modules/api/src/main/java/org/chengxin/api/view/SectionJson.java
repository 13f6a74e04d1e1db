package org.chengxin.api.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an early warning becomes an alert. */
@Schema(name = "RaiseToAlert", description = "预警转警示的依据和理由 / basis and reason")
public record SectionJson(
        @Schema(required = true, maxLength = 500, description = "法律依据 / law and article")
        String legalBasis,

        @Schema(required = true, maxLength = 500, description = "理由 / reason")
        String reason) {}
