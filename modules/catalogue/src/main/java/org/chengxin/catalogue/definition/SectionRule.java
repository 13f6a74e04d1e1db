package org.chengxin.catalogue.definition;

/** How the section of a record of an item is found (苏府[2003]184号 三.2: identity, good conduct, warning, alert). */
public enum SectionRule {
    /** Always the identity section: registrations and licences. */
    IDENTITY,
    /** Always the section of good conduct: honours and the highest grades. */
    GOOD,
    /** Early warning or alert, by what the supplier states about severity; what is blank goes to a person. */
    BY_SEVERITY,
    /** By a grade: the highest is good conduct, the others are facts without praise or blame. */
    BY_GRADE,
    /** None of the four: facts such as payments or loans, which are neither praise nor blame. */
    OTHER
}
