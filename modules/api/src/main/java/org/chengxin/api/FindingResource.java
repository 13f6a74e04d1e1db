package org.chengxin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.chengxin.api.view.FindingJson;
import org.chengxin.api.view.FindingList;
import org.chengxin.intake.boundary.FindingView;
import org.chengxin.intake.boundary.Submissions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was found in the rows of a lot. */
@RequestScoped
@Path("submissions/{no}/findings")
@Tag(name = ApiApplication.SUBMISSIONS)
@SecurityRequirement(name = ApiApplication.BASIC)
@APIResponse(responseCode = "401", ref = ApiApplication.PROBLEM)
@APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
public class FindingResource {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8.name());
    private static final int PIECE = 1_000;
    private static final int BEFORE_ALL = -1;

    @Inject
    Submissions submissions;

    @Inject
    HttpServletRequest servletRequest;

    @GET
    @Produces({MediaType.APPLICATION_JSON, SubmissionResource.CSV})
    @Operation(
            operationId = "listFindings",
            summary = "批次的检查发现",
            description =
                    "One entry per finding, by row; the row is the one a person sees in the file, the header being row 1."
                            + " As JSON in pages, as text/csv (by Accept) all at once.")
    @APIResponse(
            responseCode = "200",
            description = "检查发现 / findings",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FindingList.class)),
                @Content(mediaType = SubmissionResource.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public Response list(
            @Parameter(description = "批次号 / number of the lot") @PathParam("no") String no,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50", maximum = "200"))
                    @QueryParam("limit")
                    String limit,
            @QueryParam("cursor") String cursor,
            @Context Request request) {
        Locale locale = Language.of(servletRequest);
        Variant wanted = request.selectVariant(List.of(
                new Variant(MediaType.APPLICATION_JSON_TYPE, (Locale) null, null),
                new Variant(CSV, (Locale) null, null)));
        if (wanted != null && wanted.getMediaType().getSubtype().equals("csv")) {
            return csv(no, locale);
        }
        int most = Paging.limit(limit);
        long[] after = Paging.keys(cursor, 2);
        List<FindingView> found = after == null
                ? submissions.findings(no, BEFORE_ALL, BEFORE_ALL, most + 1)
                : submissions.findings(no, (int) after[0], (int) after[1], most + 1);
        List<FindingView> page = found.subList(0, Math.min(most, found.size()));
        FindingView last = found.size() > most ? page.get(most - 1) : null;
        return Response.ok(
                        new FindingList(
                                page.stream()
                                        .map(finding -> FindingJson.of(finding, locale))
                                        .toList(),
                                last == null ? null : Paging.cursor(last.row(), last.seq())),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** The first piece is read before the answer begins, so that a lot nobody may know of is still a 404. */
    private Response csv(String no, Locale locale) {
        List<FindingView> first = submissions.findings(no, BEFORE_ALL, BEFORE_ALL, PIECE);
        StreamingOutput body = out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write(CsvLine.BYTE_ORDER_MARK
                    + CsvLine.of("row", "field", "value", "rule", "severity", "message", "suggestion"));
            List<FindingView> piece = first;
            while (!piece.isEmpty()) {
                write(writer, piece, locale);
                FindingView last = piece.get(piece.size() - 1);
                piece = piece.size() < PIECE ? List.of() : submissions.findings(no, last.row(), last.seq(), PIECE);
            }
            writer.flush();
        };
        return Response.ok(body, CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + no + "-findings.csv\"")
                .build();
    }

    private static void write(Writer writer, List<FindingView> piece, Locale locale) throws IOException {
        for (FindingView view : piece) {
            FindingJson f = FindingJson.of(view, locale);
            writer.write(
                    CsvLine.of(f.row(), f.field(), f.value(), f.rule(), f.severity(), f.message(), f.suggestion()));
        }
    }
}
