package org.chengxin.organisation.boundary;

import org.chengxin.organisation.entity.Organisation.Kind;
import org.chengxin.organisation.entity.Organisation.Level;
import org.chengxin.organisation.entity.Organisation.Regime;

/**
 * An organisation as other modules see it.
 *
 * @param code stable short code, part of account names and addresses, such as {@code env}
 * @param divisionCode GB/T 2260, six digits
 * @param parentId the organisation above it; null for none
 * @param regime rules of publication of its sector's own; null for none
 */
public record OrganisationSummary(
        Long id,
        String code,
        String name,
        String shortName,
        String nameEn,
        Kind kind,
        Level level,
        String divisionCode,
        Long parentId,
        Regime regime) {}
