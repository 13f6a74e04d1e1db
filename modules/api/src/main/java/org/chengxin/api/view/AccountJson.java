package org.chengxin.api.view;

import java.util.LinkedHashSet;
import java.util.List;
import org.chengxin.organisation.boundary.AccountDraft;
import org.chengxin.organisation.boundary.AccountFile;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account; in a request the name of the address counts. */
@Schema(name = "Account", description = "账号 / a person's or a supplier's system's account")
public record AccountJson(
        String username,
        String displayName,

        @Schema(description = "单位代码 / code of the one organisation that it acts for")
        String organisation,

        @Schema(description = "角色 / roles, such as CLERK and REVIEWER")
        List<String> roles,

        Boolean enabled,

        @Schema(
                description =
                        "接收通知的电子邮箱；空为不接收，请求中不写则不变 / address for notices by e-mail; empty for none, left as it is when absent")
        String email,

        @Schema(description = "尚未设置本人密码 / no own password has been set yet", readOnly = true)
        Boolean passwordToBeSet,

        @Schema(description = "一次性密码，只能用来设置本人密码 / serves only to set an own one; never answered", writeOnly = true)
        String oneTimePassword) {

    /** The answer about an account. */
    public static AccountJson of(AccountFile file) {
        return new AccountJson(
                file.username(),
                file.displayName(),
                file.organisation(),
                file.roles().stream().map(Enum::name).sorted().toList(),
                file.enabled(),
                file.email(),
                file.oneTime(),
                null);
    }

    /** What is said about it. */
    public AccountDraft toDraft() {
        return new AccountDraft(
                displayName,
                organisation,
                roles == null ? null : new LinkedHashSet<>(roles),
                enabled,
                email,
                oneTimePassword);
    }

    /** Without the password, should it ever be written to a log. */
    @Override
    public String toString() {
        return "AccountJson[" + username + "]";
    }
}
