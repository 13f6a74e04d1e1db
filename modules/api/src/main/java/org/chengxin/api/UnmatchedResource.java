package org.chengxin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.chengxin.api.problem.MalformedBody;
import org.chengxin.api.view.UnmatchedDecisionJson;
import org.chengxin.api.view.UnmatchedList;
import org.chengxin.api.view.UnmatchedResult;
import org.chengxin.api.view.UnmatchedRowList;
import org.chengxin.intake.boundary.UnmatchedGroup;
import org.chengxin.intake.boundary.UnmatchedQueue;
import org.chengxin.intake.boundary.UnmatchedRow;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.subject.entity.SubjectKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The credit centre's queue of rows whose subject nobody found. */
@RequestScoped
@Path("unmatched")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiApplication.SUBMISSIONS)
@APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
public class UnmatchedResource {

    @Inject
    UnmatchedQueue queue;

    @GET
    @Operation(
            operationId = "listUnmatched",
            summary = "待匹配队列",
            description = "Rows without a subject, grouped by the name and code they give, in the order of the names.")
    @APIResponseSchema(
            value = UnmatchedList.class,
            responseCode = "200",
            responseDescription = "一页待匹配的名称 / a page of groups")
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public UnmatchedList list(
            @Parameter(description = "名称或代码的一部分 / part of the name or code") @QueryParam("q") String q,
            @BeanParam PageParameters page) {
        int most = page.limit();
        List<UnmatchedGroup> found = queue.groups(Paging.fragment("q", q), page.cursor(), most + 1);
        return UnmatchedList.of(found.subList(0, Math.min(most, found.size())), found.size() > most);
    }

    @GET
    @Path("{id}/rows")
    @Operation(
            operationId = "listUnmatchedRows",
            summary = "待匹配的行",
            description = "The rows of a group, oldest lot first.")
    @APIResponseSchema(
            value = UnmatchedRowList.class,
            responseCode = "200",
            responseDescription = "一页行 / a page of rows")
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public UnmatchedRowList rows(@PathParam("id") String id, @BeanParam PageParameters page) {
        int most = page.limit();
        long[] after = page.keys("unmatched:" + id, 2);
        List<UnmatchedRow> found = after == null
                ? queue.rows(id, null, 0, most + 1)
                : queue.rows(id, "L" + after[0], (int) after[1], most + 1);
        List<UnmatchedRow> shown = found.subList(0, Math.min(most, found.size()));
        return new UnmatchedRowList(
                shown.stream().map(UnmatchedRowList.Row::of).toList(),
                found.size() > most ? cursor(id, shown.get(most - 1)) : null);
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideUnmatched",
            summary = "确定主体、设临时主体或退回",
            description =
                    "match: the rows are about this registered subject; provisional: a provisional subject is opened, and"
                            + " merged when its registration arrives, with kind PERSON a natural person, who is never public, by the"
                            + " citizen's number of the rows or, where they have none, in subject; return: the rows go back to their suppliers with the reason."
                            + " What goes on goes on with its lot: at once where that was approved, else with its review.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UnmatchedDecisionJson.class)))
    @APIResponseSchema(
            value = UnmatchedResult.class,
            responseCode = "200",
            responseDescription = "涉及的行数 / how many rows it concerned")
    @APIResponse(responseCode = "400", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "409", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public UnmatchedResult decide(@PathParam("id") String id, UnmatchedDecisionJson body) {
        UnmatchedDecisionJson decision = MalformedBody.required(body);
        String outcome = decision.outcome() == null ? "" : decision.outcome();
        return new UnmatchedResult(
                switch (outcome) {
                    case "match" -> queue.match(id, decision.subject(), decision.reason());
                    case "provisional" ->
                        kind(decision.kind()) == SubjectKind.PERSON
                                ? queue.openPerson(id, decision.subject(), decision.reason())
                                : queue.openProvisional(id, kind(decision.kind()), decision.reason());
                    case "return" -> queue.giveBack(id, decision.reason());
                    default -> throw BusinessRefusal.invalid("PARAMETER_INVALID", "outcome", outcome);
                });
    }

    private static SubjectKind kind(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(SubjectKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> BusinessRefusal.invalid("PARAMETER_INVALID", "kind", text));
    }

    /** A lot's number is L and digits; the cursor holds the digits. */
    private static String cursor(String group, UnmatchedRow row) {
        return Paging.cursor(
                "unmatched:" + group, Long.parseLong(row.submission().substring(1)), row.row());
    }
}
