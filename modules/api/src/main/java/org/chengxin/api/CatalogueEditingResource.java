package org.chengxin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.chengxin.api.view.ItemFileJson;
import org.chengxin.api.view.ScopeJson;
import org.chengxin.catalogue.boundary.CatalogueAdministration;
import org.chengxin.catalogue.boundary.ItemFile;
import org.chengxin.catalogue.boundary.StandingDeclarations;
import org.chengxin.organisation.boundary.Organisations;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue as its editors and its suppliers change it: no item needs a programmer. */
@RequestScoped
@Path("catalogue/items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiApplication.CATALOGUE)
@APIResponse(
        responseCode = "200",
        description = "目录项的全部版本和提供单位 / every version of the item, and its suppliers",
        content =
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ItemFileJson.class)))
@APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
@APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
public class CatalogueEditingResource {

    @Inject
    CatalogueAdministration administration;

    @Inject
    StandingDeclarations declarations;

    @Inject
    Organisations organisations;

    @GET
    @Path("{code}/versions")
    @Operation(
            operationId = "getCatalogueItemVersions",
            summary = "目录项的全部版本",
            description =
                    "Every version of an item, past, live and to come, with its definition; for catalogue editors.")
    public Response versions(@PathParam("code") String code) {
        return answer(administration.item(code));
    }

    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCatalogueItem",
            summary = "新增目录项，或新增版本",
            description =
                    "Puts a new item, or a new version of one, from the day effectiveFrom (today unless said). A version"
                            + " that a lot was checked with stays as it is; one that none was checked with is replaced when the"
                            + " definition says its number as version. What is wrong with a definition is told at once, each with"
                            + " its JSON pointer.")
    @RequestBody(
            required = true,
            description = "目录项定义 / the definition, as GET …/versions shows it",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "400", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "409", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public Response put(
            @PathParam("code") String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, String body) {
        return answer(administration.put(code, JsonBody.object(body), EntityTags.held(ifMatch)));
    }

    @PUT
    @Path("{code}/suppliers/{organisation}")
    @Operation(
            operationId = "putSupplier",
            summary = "指定提供单位",
            description = "Lets an organisation supply an item; for catalogue editors. Needs no body.")
    public Response addSupplier(
            @PathParam("code") String code,
            @PathParam("organisation") String organisation,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(administration.addSupplier(code, organisation, EntityTags.held(ifMatch)));
    }

    @DELETE
    @Path("{code}/suppliers/{organisation}")
    @Operation(
            operationId = "endSupplier",
            summary = "撤销提供单位",
            description = "An organisation supplies an item no longer; what it supplied stays. For catalogue editors.")
    public Response endSupplier(
            @PathParam("code") String code,
            @PathParam("organisation") String organisation,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(administration.endSupplier(code, organisation, EntityTags.held(ifMatch)));
    }

    @PUT
    @Path("{code}/suppliers/{organisation}/scope")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "declareScope",
            summary = "声明信息使用范围",
            description =
                    "The standing declaration of the caller's organisation for the version live today: who may see what it"
                            + " sends, where neither row nor lot say it. For its superior or secrecy officer; without scope an"
                            + " earlier declaration is taken back.")
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public Response declare(
            @PathParam("code") String code,
            @PathParam("organisation") String organisation,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            ScopeJson body) {
        return answer(declarations.declare(
                code, organisation, MalformedBody.required(body).toScope(), EntityTags.held(ifMatch)));
    }

    private Response answer(ItemFile file) {
        return EntityTags.tagged(ItemFileJson.of(file, organisations.all()), file.tag());
    }
}
