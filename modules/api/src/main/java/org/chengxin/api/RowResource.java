package org.chengxin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chengxin.api.problem.MalformedBody;
import org.chengxin.api.view.RowDecisionResults;
import org.chengxin.api.view.RowDecisionsJson;
import org.chengxin.api.view.RowJson;
import org.chengxin.api.view.RowList;
import org.chengxin.intake.boundary.RowSettlement;
import org.chengxin.intake.boundary.RowView;
import org.chengxin.intake.boundary.Submissions;
import org.chengxin.kernel.BusinessRefusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of each row of a lot, and what its supplier decides about those that did not go on by themselves. */
@RequestScoped
@Path("submissions/{no}/rows")
@Tag(name = ApiApplication.SUBMISSIONS)
@APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
@APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
@APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
public class RowResource {

    private static final Set<String> OUTCOMES = Set.of("ACCEPTED", "REJECTED", "SUSPECT", "UNMATCHED");
    private static final Object[] HEADER = {
        "row", "outcome", "recordNo", "recordState", "duplicate", "title", "subjectName", "findings", "suggestions"
    };

    @Inject
    Submissions submissions;

    @Inject
    RowSettlement settlement;

    @Inject
    HttpServletRequest servletRequest;

    @GET
    @Produces({MediaType.APPLICATION_JSON, SubmissionResource.CSV})
    @Operation(
            operationId = "listSubmissionRows",
            summary = "逐行回执",
            description =
                    "One receipt per row, in the order of the file. As JSON in pages, as text/csv (by Accept) all at"
                            + " once.")
    @APIResponse(
            responseCode = "200",
            description = "回执 / receipts",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RowList.class)),
                @Content(mediaType = SubmissionResource.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public Response list(
            @Parameter(description = "批次号 / number of the lot") @PathParam("no") String no,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"ACCEPTED", "REJECTED", "SUSPECT", "UNMATCHED"}))
                    @QueryParam("outcome")
                    String outcome,
            @BeanParam PageParameters page,
            @Context Request request) {
        String only = outcome(outcome);
        if (CsvFile.isWanted(request)) {
            return CsvFile.of(
                    no + "-rows",
                    HEADER,
                    (last, most) -> submissions.rows(no, only, last == null ? 0 : last.row(), most),
                    RowResource::cells);
        }
        int most = page.limit();
        String list = "rows:" + no + ":" + Objects.toString(only, "");
        long[] after = page.keys(list, 1);
        List<RowView> found = submissions.rows(no, only, after == null ? 0 : (int) after[0], most + 1);
        List<RowView> shown = found.subList(0, Math.min(most, found.size()));
        return Response.ok(
                        new RowList(
                                shown.stream().map(RowJson::of).toList(),
                                found.size() > most
                                        ? Paging.cursor(
                                                list, shown.get(most - 1).row())
                                        : null),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @POST
    @Path("decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideSubmissionRows",
            summary = "处理未通过检查的行",
            description =
                    "The supplier confirms doubts (KEEP), takes suggestions over (SUGGESTIONS), gives other values (CHANGE)"
                            + " or leaves rows out (DROP, with a reason); by row numbers, at most 5,000, or by the rule that found"
                            + " something. The rows are checked again by the same rules, errors cannot be confirmed, and what goes"
                            + " on goes before the department's reviewer in a further round of the lot. A row that stays as it was"
                            + " says why; rows that are not open are left out.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RowDecisionsJson.class)))
    @APIResponseSchema(
            value = RowDecisionResults.class,
            responseCode = "200",
            responseDescription = "逐行结果 / what came of each row")
    @APIResponse(responseCode = "400", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "409", ref = ApiApplication.PROBLEM)
    public RowDecisionResults decide(@PathParam("no") String no, RowDecisionsJson body) {
        return RowDecisionResults.of(
                settlement.settle(no, MalformedBody.required(body).wish()), Language.of(servletRequest));
    }

    private static Object[] cells(RowView r) {
        return new Object[] {
            r.row(),
            r.outcome(),
            r.recordNo(),
            r.recordState(),
            r.duplicate(),
            r.title(),
            r.subjectName(),
            r.findings(),
            r.suggestions()
        };
    }

    private static String outcome(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!OUTCOMES.contains(text)) {
            throw BusinessRefusal.invalid("PARAMETER_INVALID", "outcome", text);
        }
        return text;
    }
}
