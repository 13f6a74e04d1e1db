package org.chengxin.api.view;

import java.util.List;
import org.chengxin.organisation.boundary.OrganisationDraft;
import org.chengxin.organisation.boundary.OrganisationRegister.OrganisationFile;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organisation; in a request the code of the address counts. */
@Schema(name = "Organisation", description = "单位 / a department, court, utility, bank …")
public record OrganisationJson(
        String code,
        String name,
        String shortName,
        String nameEn,

        @Schema(
                enumeration = {
                    "DEPARTMENT",
                    "COURT",
                    "ASSOCIATION",
                    "UTILITY",
                    "BANK",
                    "THIRD_PARTY",
                    "CENTRE",
                    "SECRECY_AUTHORITY",
                    "GOVERNMENT"
                })
        String kind,

        @Schema(enumeration = {"NATIONAL", "PROVINCIAL", "MUNICIPAL", "COUNTY"})
        String level,

        @Schema(description = "行政区划代码，六位 / GB/T 2260, six digits")
        String divisionCode,

        @Schema(description = "上级单位代码 / code of the organisation above")
        String parent,

        @Schema(
                description = "本行业的公示规定，可空 / the sector's own rules of publication, if any",
                enumeration = {"MARKET_SUPERVISION", "FINANCIAL_SUPERVISION"})
        String regime) {

    /** Every organisation; there are some dozens, so they come in one piece. */
    @Schema(
            name = "OrganisationList",
            requiredProperties = {"items"})
    public record Organisations(List<OrganisationJson> items) {}

    /** The answer about an organisation. */
    public static OrganisationJson of(OrganisationFile file) {
        return new OrganisationJson(
                file.summary().code(),
                file.summary().name(),
                file.summary().shortName(),
                file.summary().nameEn(),
                file.summary().kind().name(),
                file.summary().level().name(),
                file.summary().divisionCode(),
                file.parent(),
                file.summary().regime() == null ? null : file.summary().regime().name());
    }

    /** What is said about it. */
    public OrganisationDraft toDraft() {
        return new OrganisationDraft(name, shortName, nameEn, kind, level, divisionCode, parent, regime);
    }
}
