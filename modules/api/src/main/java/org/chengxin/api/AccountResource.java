package org.chengxin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.chengxin.api.problem.MalformedBody;
import org.chengxin.api.view.AccountJson;
import org.chengxin.api.view.PasswordJson;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.organisation.boundary.AccountFile;
import org.chengxin.organisation.boundary.Accounts;
import org.chengxin.organisation.boundary.SignIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts as the administrator puts them, and the own password. Nothing of a password is ever answered. */
@RequestScoped
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiApplication.ADMINISTRATION)
public class AccountResource {

    /** Of the own account, whichever that is. */
    static final String OWN_PASSWORD = "me/password";

    @Inject
    Accounts accounts;

    @Inject
    SignIn signIn;

    @Inject
    HttpServletRequest request;

    @GET
    @Path("{username}")
    @Operation(
            operationId = "getAccount",
            summary = "一个账号",
            description = "An account with its tag; for administrators.")
    @APIResponseSchema(value = AccountJson.class, responseCode = "200", responseDescription = "账号 / the account")
    @APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    public Response get(@PathParam("username") String username) {
        return answer(accounts.get(username));
    }

    @PUT
    @Path("{username}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putAccount",
            summary = "新增或修改账号",
            description =
                    "Puts an account with its organisation and roles; for administrators. The one-time password serves for"
                            + " seven days and only to set an own one.")
    @APIResponseSchema(value = AccountJson.class, responseCode = "200", responseDescription = "账号 / the account")
    @APIResponse(responseCode = "400", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public Response put(
            @PathParam("username") String username,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            AccountJson body) {
        return answer(accounts.put(username, MalformedBody.required(body).toDraft(), EntityTags.held(ifMatch)));
    }

    @PUT
    @Path(OWN_PASSWORD)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changePassword",
            summary = "修改本人密码",
            description =
                    "Sets another password for the account that calls, also with a one-time password, which serves for"
                            + " nothing else.")
    @APIResponse(responseCode = "204", description = "已修改 / changed")
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public Response changePassword(PasswordJson body) {
        PasswordJson passwords = MalformedBody.required(body);
        if (passwords.present() == null || passwords.next() == null) {
            throw BusinessRefusal.invalid("REQUIRED", passwords.present() == null ? "present" : "next");
        }
        SignIn.Outcome outcome = signIn.changePassword(
                request.getUserPrincipal().getName(),
                passwords.present(),
                passwords.next(),
                BasicSignIn.CHANNEL,
                request.getRemoteAddr());
        if (outcome != SignIn.Outcome.SUCCESS) {
            throw BusinessRefusal.forbidden("PASSWORD_WRONG");
        }
        return Response.noContent().build();
    }

    private static Response answer(AccountFile file) {
        return EntityTags.tagged(AccountJson.of(file), file.tag());
    }
}
