package org.chengxin.organisation.boundary;

import java.util.Set;

/**
 * What an administrator says about an account.
 *
 * @param organisation code of the one organisation that it acts for
 * @param roles names of roles
 * @param enabled null for open
 * @param email where notices go by mail; blank for nowhere, null to leave it as it is
 * @param oneTimePassword serves once, to set an own one; null to leave the password as it is. Read nowhere again
 */
public record AccountDraft(
        String displayName,
        String organisation,
        Set<String> roles,
        Boolean enabled,
        String email,
        String oneTimePassword) {}
