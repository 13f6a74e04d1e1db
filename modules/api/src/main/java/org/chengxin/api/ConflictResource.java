package org.chengxin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.chengxin.api.view.ConflictList;
import org.chengxin.subject.boundary.FactConflict;
import org.chengxin.subject.boundary.FactConflicts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where departments say different things about the same subject. */
@RequestScoped
@Path("conflicts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiApplication.CATALOGUE)
@SecurityRequirement(name = ApiApplication.BASIC)
@APIResponse(responseCode = "401", ref = ApiApplication.PROBLEM)
public class ConflictResource {

    @Inject
    FactConflicts conflicts;

    @GET
    @Operation(
            operationId = "listConflicts",
            summary = "异源数据冲突",
            description = "Subjects about whose identity sources differ, latest first, with the value that holds by the"
                    + " rule (rank of the source, then day, then receipt) and those that do not. For the credit centre"
                    + " and auditors.")
    @APIResponse(
            responseCode = "200",
            description = "冲突列表 / the conflicts",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConflictList.class)))
    @APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
    public ConflictList list(
            @Parameter(description = "每页条数 / entries a page, at most 200") @QueryParam("limit") String limit,
            @Parameter(description = "上一页给出的位置 / from the page before") @QueryParam("cursor") String cursor) {
        int most = Paging.limit(limit);
        List<FactConflict> found = conflicts.latest(Paging.passed(cursor), most + 1);
        return ConflictList.of(found, most);
    }
}
