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
import org.chengxin.api.view.CodeTableJson;
import org.chengxin.catalogue.boundary.CodeTables;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Code tables, and the conversions of sources' codes into standard ones (E18, E20). */
@RequestScoped
@Path("catalogue/code-tables")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiApplication.CATALOGUE)
public class CodeTableResource {

    @Inject
    CodeTables tables;

    @GET
    @Operation(operationId = "listCodeTables", summary = "代码表", description = "Every code table.")
    @APIResponseSchema(
            value = CodeTableJson.Tables.class,
            responseCode = "200",
            responseDescription = "代码表 / the tables")
    public CodeTableJson.Tables list() {
        return new CodeTableJson.Tables(tables.all().stream()
                .map(table -> CodeTableJson.of(table.definition()))
                .toList());
    }

    @GET
    @Path("{code}")
    @Operation(operationId = "getCodeTable", summary = "一个代码表", description = "A code table with its tag.")
    @APIResponseSchema(value = CodeTableJson.class, responseCode = "200", responseDescription = "代码表 / the table")
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    public Response get(@PathParam("code") String code) {
        return answer(tables.get(code));
    }

    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCodeTable",
            summary = "新增或修改代码表",
            description =
                    "Puts a code table; values may be added and renamed, none may get lost. With standard, it converts the"
                            + " codes of one source into those of that table. For catalogue editors.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CodeTableJson.class)))
    @APIResponseSchema(value = CodeTableJson.class, responseCode = "200", responseDescription = "代码表 / the table")
    @APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public Response put(
            @PathParam("code") String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, String body) {
        return answer(tables.put(code, JsonBody.object(body), EntityTags.held(ifMatch)));
    }

    private static Response answer(CodeTables.CodeTableFile file) {
        return EntityTags.tagged(CodeTableJson.of(file.definition()), file.tag());
    }
}
