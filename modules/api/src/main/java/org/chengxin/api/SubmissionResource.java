package org.chengxin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.chengxin.api.view.SubmissionJson;
import org.chengxin.api.view.SubmissionList;
import org.chengxin.intake.boundary.LotFile;
import org.chengxin.intake.boundary.SubmissionView;
import org.chengxin.intake.boundary.Submissions;
import org.chengxin.intake.entity.SubmissionState;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.DisclosureScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sending a lot and following it. */
@RequestScoped
@Path("submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiApplication.SUBMISSIONS)
@APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
public class SubmissionResource {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int LONGEST_TEXT = 200;

    @Inject
    Submissions submissions;

    @Inject
    HttpServletRequest request;

    @POST
    @Consumes({CSV, XLSX, MediaType.APPLICATION_JSON, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            operationId = "createSubmission",
            summary = "报送一个批次",
            description =
                    "The body is the file as it is: CSV, XLSX, or a JSON array of objects with field names; at most 256 MiB"
                            + " and 1,000,000 rows unless configured otherwise. 202 is an assurance: the lot is durable. The same"
                            + " Idempotency-Key or the same content again answers 200 with the first answer and makes nothing."
                            + " A layout that was never confirmed for this supplier and item is refused with MAPPING_REQUIRED and"
                            + " a proposed mapping.")
    @RequestBody(
            required = true,
            description = "文件内容 / the file as it is",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "202",
            description = "已接收 / taken",
            headers =
                    @Header(
                            name = "Location",
                            description = "批次地址 / address of the lot",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubmissionJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "此前已接收 / was taken before: the first answer",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubmissionJson.class)))
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "413", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "415", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public Response submit(
            @Parameter(required = true, description = "目录项代码 / code of the catalogue item", example = "PEN-ENV")
                    @QueryParam("catalogueItem")
                    String catalogueItem,
            @Parameter(
                            description = "整批的公开范围，可不填 / scope of the whole lot",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"PUBLIC", "GOVERNMENT", "AUTHORISED"}))
                    @QueryParam("scope")
                    String scope,
            @Parameter(description = "历史数据导入批准文号 / number of the superior's approval of a historic import")
                    @QueryParam("historic")
                    String historic,
            @Parameter(description = "文件名，可不填 / name of the file") @QueryParam("filename") String fileName,
            @Parameter(description = "至多 200 个字符 / at most 200 characters") @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) @HeaderParam("Content-Disposition") String disposition,
            @Context UriInfo uri)
            throws IOException {
        Submissions.Statement statement = new Submissions.Statement(
                required("catalogueItem", catalogueItem),
                scope(scope),
                historic(historic),
                idempotencyKey(key),
                "API",
                null);
        String mediaType = request.getContentType();
        try (ReceivedFile file = ReceivedFile.receive(
                request.getInputStream(), request.getContentLengthLong(), submissions.maxBytes())) {
            String name = FileName.of(fileName, disposition, statement.itemCode(), mediaType);
            Submissions.Receipt receipt = submissions.submit(
                    statement, new LotFile(file.path(), name, mediaType, file.sha256(), file.size()));
            SubmissionView lot = receipt.submission();
            return Response.status(receipt.created() ? Response.Status.ACCEPTED : Response.Status.OK)
                    .header(
                            HttpHeaders.LOCATION,
                            uri.getBaseUriBuilder().path("submissions/{no}").build(lot.no()))
                    .entity(SubmissionJson.of(lot))
                    .build();
        }
    }

    @GET
    @Operation(
            operationId = "listSubmissions",
            summary = "批次列表",
            description =
                    "The lots that the caller may see, latest first: those of the own organisation; the credit centre and"
                            + " the auditor see all.")
    @APIResponseSchema(
            value = SubmissionList.class,
            responseCode = "200",
            responseDescription = "一页批次 / a page of lots")
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public SubmissionList list(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "RECEIVED",
                                                "CHECKING",
                                                "IN_REVIEW",
                                                "RETURNED",
                                                "PROCESSING",
                                                "DONE",
                                                "REFUSED"
                                            }))
                    @QueryParam("state")
                    String state,
            @BeanParam PageParameters page) {
        int most = page.limit();
        String list = "submissions:" + Objects.toString(state(state), "");
        long[] before = page.keys(list, 1);
        List<SubmissionView> found = submissions.latest(before == null ? null : before[0], state(state), most + 1);
        List<SubmissionView> shown = found.subList(0, Math.min(most, found.size()));
        String next = found.size() > most
                ? Paging.cursor(list, submissions.position(shown.get(most - 1).no()))
                : null;
        return new SubmissionList(shown.stream().map(SubmissionJson::of).toList(), next);
    }

    @GET
    @Path("{no}")
    @Operation(
            operationId = "getSubmission",
            summary = "批次状态与计数",
            description =
                    "State, counts and times of a lot. received = accepted + rejected + suspect + unmatched; accepted ="
                            + " inReview + returned + undetermined + held + published + ended + withdrawn + repaired.")
    @APIResponseSchema(value = SubmissionJson.class, responseCode = "200", responseDescription = "批次 / the lot")
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    public SubmissionJson get(@Parameter(description = "批次号 / number of the lot") @PathParam("no") String no) {
        return SubmissionJson.of(submissions.get(no));
    }

    private static String required(String name, String value) {
        if (value == null || value.isBlank()) {
            throw BusinessRefusal.invalid("REQUIRED", name);
        }
        return value.strip();
    }

    /** Only the words of the interface: the codes of old forms, where 0 means public, have no place in an address. */
    private static DisclosureScope scope(String text) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "PUBLIC" -> DisclosureScope.PUBLIC;
            case "GOVERNMENT" -> DisclosureScope.GOVERNMENT;
            case "AUTHORISED" -> DisclosureScope.AUTHORISED;
            default -> throw BusinessRefusal.invalid("SCOPE_INVALID", text);
        };
    }

    private static String historic(String document) {
        if (document != null && (document.isBlank() || document.length() > LONGEST_TEXT)) {
            throw BusinessRefusal.invalid("HISTORIC_INVALID");
        }
        return document == null ? null : document.strip();
    }

    private static String idempotencyKey(String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_TEXT)) {
            throw BusinessRefusal.invalid("IDEMPOTENCY_KEY_INVALID");
        }
        return key == null ? null : key.strip();
    }

    private static SubmissionState state(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return SubmissionState.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            throw BusinessRefusal.invalid("PARAMETER_INVALID", "state", text);
        }
    }
}
