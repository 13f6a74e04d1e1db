package org.chengxin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.chengxin.api.view.OrganisationJson;
import org.chengxin.organisation.boundary.OrganisationRegister;
import org.chengxin.organisation.boundary.OrganisationRegister.OrganisationFile;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Departments and other organisations, as the administrator puts them: a new one needs no programmer (F23). */
@RequestScoped
@Path("organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiApplication.ADMINISTRATION)
@APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
public class OrganisationResource {

    @Inject
    OrganisationRegister register;

    @GET
    @Operation(operationId = "listOrganisations", summary = "单位列表", description = "Every organisation.")
    @APIResponseSchema(
            value = OrganisationJson.Organisations.class,
            responseCode = "200",
            responseDescription = "单位 / the organisations")
    public OrganisationJson.Organisations list() {
        return new OrganisationJson.Organisations(
                register.all().stream().map(OrganisationJson::of).toList());
    }

    @GET
    @Path("{code}")
    @Operation(operationId = "getOrganisation", summary = "一个单位", description = "An organisation with its tag.")
    @APIResponseSchema(
            value = OrganisationJson.class,
            responseCode = "200",
            responseDescription = "单位 / the organisation")
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    public Response get(@PathParam("code") String code) {
        return answer(register.get(code));
    }

    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putOrganisation",
            summary = "新增或修改单位",
            description =
                    "Puts an organisation with its kind, level, division and the organisation above it. One of a county"
                            + " stands in a county and has one above it.")
    @APIResponseSchema(
            value = OrganisationJson.class,
            responseCode = "200",
            responseDescription = "单位 / the organisation")
    @APIResponse(responseCode = "400", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public Response put(
            @PathParam("code") String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, OrganisationJson body) {
        return answer(register.put(code, MalformedBody.required(body).toDraft(), EntityTags.held(ifMatch)));
    }

    private static Response answer(OrganisationFile file) {
        return EntityTags.tagged(OrganisationJson.of(file), file.tag());
    }
}
