package org.chengxin.organisation.boundary;

import java.util.Set;
import org.chengxin.kernel.Role;

/**
 * An account as an administrator sees it; nothing of its password.
 *
 * @param organisation code of its organisation
 * @param oneTime whether its person has not set an own password yet
 * @param email where notices go by mail; null for nowhere
 * @param tag changes with every change of it
 */
public record AccountFile(
        String username,
        String displayName,
        String organisation,
        String organisationName,
        Set<Role> roles,
        boolean enabled,
        boolean oneTime,
        String email,
        String tag) {}
