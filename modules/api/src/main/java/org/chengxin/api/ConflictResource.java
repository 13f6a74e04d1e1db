package org.chengxin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.chengxin.api.view.ConflictList;
import org.chengxin.subject.boundary.FactConflict;
import org.chengxin.subject.boundary.FactConflicts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where departments say different things about the same subject. */
@RequestScoped
@Path("conflicts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiApplication.CATALOGUE)
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
    @APIResponseSchema(value = ConflictList.class, responseCode = "200", responseDescription = "冲突列表 / the conflicts")
    @APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
    public ConflictList list(@BeanParam PageParameters page) {
        int most = page.limit();
        List<FactConflict> found = conflicts.latest(page.cursor(), most + 1);
        return ConflictList.of(found, most);
    }
}
