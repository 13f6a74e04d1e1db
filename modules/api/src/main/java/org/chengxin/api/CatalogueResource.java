package org.chengxin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chengxin.api.problem.MalformedBody;
import org.chengxin.api.problem.MappingRefused;
import org.chengxin.api.view.ItemJson;
import org.chengxin.api.view.ItemList;
import org.chengxin.api.view.MappingJson;
import org.chengxin.api.view.MappingList;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.boundary.CatalogueEntry;
import org.chengxin.catalogue.boundary.ConfirmedMapping;
import org.chengxin.intake.control.HeaderMapping;
import org.chengxin.intake.control.Template;
import org.chengxin.organisation.boundary.OrganisationSummary;
import org.chengxin.organisation.boundary.Organisations;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What may be supplied, and in which layout. */
@RequestScoped
@Path("catalogue/items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiApplication.CATALOGUE)
public class CatalogueResource {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8.name());

    @Inject
    Catalogue catalogue;

    @Inject
    Organisations organisations;

    @GET
    @Operation(
            operationId = "listCatalogueItems",
            summary = "目录项列表",
            description = "Every item that is live today, with suppliers, version and fields.")
    @APIResponseSchema(value = ItemList.class, responseCode = "200", responseDescription = "目录项 / the items")
    public ItemList list() {
        List<OrganisationSummary> suppliers = organisations.all();
        return new ItemList(catalogue.items().stream()
                .map(entry -> ItemJson.of(entry, suppliers))
                .toList());
    }

    @GET
    @Path("{code}")
    @Operation(
            operationId = "getCatalogueItem",
            summary = "目录项及其字段",
            description = "The item in the version live today, with its fields and the code tables that they name.")
    @APIResponseSchema(value = ItemJson.class, responseCode = "200", responseDescription = "目录项 / the item")
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    public Response get(@Parameter(description = "目录项代码 / code of the item") @PathParam("code") String code) {
        CatalogueEntry entry = catalogue.item(code);
        return EntityTags.tagged(ItemJson.of(entry, organisations.all(), catalogue.codeTables()), entry.tag());
    }

    @GET
    @Path("{code}/template")
    @Produces({SubmissionResource.CSV, SubmissionResource.XLSX})
    @Operation(
            operationId = "getTemplate",
            summary = "报送模板",
            description = "An empty file with the fields' Chinese titles as its header, CSV unless XLSX is accepted by"
                    + " name; it needs no mapping.")
    @APIResponse(
            responseCode = "200",
            description = "CSV，UTF-8 带 BOM，或 XLSX / CSV in UTF-8 with a byte order mark, or XLSX",
            content = {
                @Content(mediaType = SubmissionResource.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = SubmissionResource.XLSX,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    public Response template(
            @Parameter(description = "目录项代码 / code of the item") @PathParam("code") String code,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        CatalogueEntry entry = catalogue.item(code);
        if (accept != null && accept.contains(SubmissionResource.XLSX)) {
            return Response.ok(Template.workbook(entry.definition()), SubmissionResource.XLSX)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + entry.code() + ".xlsx\"")
                    .build();
        }
        return Response.ok(Template.csv(entry.definition()).getBytes(StandardCharsets.UTF_8), CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + entry.code() + ".csv\"")
                .build();
    }

    @PUT
    @Path("{code}/mappings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "confirmMapping",
            summary = "确认列对应关系",
            description =
                    "Confirms how the caller's organisation lays out its files of an item: each heading leads to a field or"
                            + " is ignored, and fields may have a fixed value for every row. What MAPPING_REQUIRED proposed can be"
                            + " sent back as it is or amended. Files with this header are then taken.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MappingJson.class)))
    @APIResponseSchema(value = MappingJson.class, responseCode = "200", responseDescription = "已确认 / confirmed")
    @APIResponse(responseCode = "400", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public Response confirm(
            @Parameter(description = "目录项代码 / code of the item") @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            MappingJson body) {
        HeaderMapping mapping = MalformedBody.required(body).toMapping();
        List<HeaderMapping.Problem> faults =
                mapping.problems(catalogue.item(code).definition());
        if (!faults.isEmpty()) {
            throw new MappingRefused(code, faults);
        }
        ConfirmedMapping confirmed = catalogue.confirmMapping(
                code, mapping.fingerprint(), mapping.toJson().toString(), EntityTags.held(ifMatch));
        return EntityTags.tagged(MappingJson.of(mapping), confirmed.tag());
    }

    @GET
    @Path("{code}/mappings")
    @Operation(
            operationId = "listMappings",
            summary = "已确认的列对应关系",
            description =
                    "The layouts of an item that the caller's organisation has confirmed, in the order in which they"
                            + " came, each with the tag that PUT takes back as If-Match.")
    @APIResponseSchema(value = MappingList.class, responseCode = "200", responseDescription = "列对应关系 / the mappings")
    @APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    public MappingList mappings(
            @Parameter(description = "目录项代码 / code of the item") @PathParam("code") String code,
            @BeanParam PageParameters page) {
        String list = "mappings:" + code;
        int most = page.limit();
        long[] after = page.keys(list, 1);
        List<ConfirmedMapping> found = catalogue.mappings(code, after == null ? 0 : after[0], most + 1);
        List<ConfirmedMapping> shown = found.subList(0, Math.min(most, found.size()));
        return new MappingList(
                shown.stream().map(MappingList.Entry::of).toList(),
                found.size() > most ? Paging.cursor(list, shown.get(most - 1).position()) : null);
    }
}
