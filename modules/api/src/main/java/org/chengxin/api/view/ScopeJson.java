package org.chengxin.api.view;

import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.DisclosureScope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who may see what a supplier sends. */
@Schema(name = "StandingScope")
public record ScopeJson(
        @Schema(enumeration = {"PUBLIC", "GOVERNMENT", "AUTHORISED"})
        String scope) {

    /**
     * The scope that is meant; null where none is.
     *
     * @throws BusinessRefusal INVALID SCOPE_INVALID
     */
    public DisclosureScope toScope() {
        if (scope == null || scope.isBlank()) {
            return null;
        }
        try {
            return DisclosureScope.valueOf(scope);
        } catch (IllegalArgumentException unknown) {
            throw BusinessRefusal.invalid("SCOPE_INVALID", scope);
        }
    }
}
