package org.chengxin.api.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The password as it is, and as it is to be. */
@Schema(
        name = "PasswordChange",
        requiredProperties = {"present", "next"})
public record PasswordJson(
        String present,

        @Schema(description = "至少十二个字符 / at least twelve characters")
        String next) {

    /** Without the passwords, should it ever be written to a log. */
    @Override
    public String toString() {
        return "PasswordJson";
    }
}
