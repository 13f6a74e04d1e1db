package org.chengxin.organisation.boundary;

/**
 * What an administrator says about an organisation.
 *
 * @param kind name of a constant of Organisation.Kind
 * @param level name of a constant of Organisation.Level
 * @param divisionCode GB/T 2260, six digits
 * @param parent code of the organisation above; null for none
 * @param regime name of a constant of Organisation.Regime; null or blank for none
 */
public record OrganisationDraft(
        String name,
        String shortName,
        String nameEn,
        String kind,
        String level,
        String divisionCode,
        String parent,
        String regime) {}
