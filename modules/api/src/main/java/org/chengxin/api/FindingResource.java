package org.chengxin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was found in the rows of a lot. */
@RequestScoped
@Path("submissions/{no}/findings")
@Tag(name = ApiApplication.SUBMISSIONS)
@APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
public class FindingResource {

    private static final Object[] HEADER = {"row", "field", "value", "rule", "severity", "message", "suggestion"};
    private static final int BEFORE_ALL = -1;

    @Inject
    Submissions submissions;

    @Inject
    HttpServletRequest servletRequest;

    @GET
    @Produces({MediaType.APPLICATION_JSON, SubmissionResource.CSV})
    @Operation(
            operationId = "listSubmissionFindings",
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
            @BeanParam PageParameters page,
            @Context Request request) {
        Locale locale = Language.of(servletRequest);
        if (CsvFile.isWanted(request)) {
            return CsvFile.<FindingView>of(
                    no + "-findings", HEADER, (last, most) -> found(no, last, most), view -> cells(view, locale));
        }
        int most = page.limit();
        long[] after = page.keys("findings:" + no, 2);
        List<FindingView> found = after == null
                ? found(no, null, most + 1)
                : submissions.findings(no, (int) after[0], (int) after[1], most + 1);
        List<FindingView> shown = found.subList(0, Math.min(most, found.size()));
        FindingView last = found.size() > most ? shown.get(most - 1) : null;
        return Response.ok(
                        new FindingList(
                                shown.stream()
                                        .map(finding -> FindingJson.of(finding, locale))
                                        .toList(),
                                last == null ? null : Paging.cursor("findings:" + no, last.row(), last.seq())),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private List<FindingView> found(String no, FindingView last, int most) {
        return last == null
                ? submissions.findings(no, BEFORE_ALL, BEFORE_ALL, most)
                : submissions.findings(no, last.row(), last.seq(), most);
    }

    private static Object[] cells(FindingView view, Locale locale) {
        FindingJson f = FindingJson.of(view, locale);
        return new Object[] {f.row(), f.field(), f.value(), f.rule(), f.severity(), f.message(), f.suggestion()};
    }
}
