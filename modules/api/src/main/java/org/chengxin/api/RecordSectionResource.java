package org.chengxin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.chengxin.api.problem.MalformedBody;
import org.chengxin.api.view.SectionJson;
import org.chengxin.record.boundary.SectionChange;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An early warning becomes an alert (A06). */
@RequestScoped
@Path("records/{recordNo}/section")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiApplication.RECORDS)
@APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
@APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
public class RecordSectionResource {

    @Inject
    SectionChange change;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "raiseRecord",
            summary = "预警转警示",
            description =
                    "A reviewer of the supplier, who did not enter the record, makes an early warning an alert, with legal"
                            + " basis and reason. It shows on the portal at once.")
    @APIResponse(responseCode = "204", description = "已转为警示 / it is an alert now")
    @APIResponse(responseCode = "409", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public void raise(
            @Parameter(description = "记录号 / number of the record") @PathParam("recordNo") String recordNo,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            SectionJson body) {
        SectionJson asked = MalformedBody.required(body);
        change.raise(recordNo, asked.legalBasis(), asked.reason(), EntityTags.heldNumber(ifMatch));
    }
}
