package org.chengxin.secrecy.boundary;

import org.chengxin.kernel.DisclosureScope;

/**
 * An officer's decision on who may see a record.
 *
 * @param scope PUBLIC, GOVERNMENT or AUTHORISED
 * @param ground why not public: NONE, COMMERCIAL_SECRET, PRIVACY, PUBLIC_SAFETY or OTHER_LAW, as the form has it
 * @param legalBasis law and article
 * @param reason in the officer's words
 */
public record Ruling(DisclosureScope scope, String ground, String legalBasis, String reason) {}
