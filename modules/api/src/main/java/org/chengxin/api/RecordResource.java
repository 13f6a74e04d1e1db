package org.chengxin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.chengxin.api.view.EventList;
import org.chengxin.api.view.RecordJson;
import org.chengxin.record.boundary.EventPage;
import org.chengxin.record.boundary.RecordView;
import org.chengxin.record.boundary.Records;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records as officials see them. */
@RequestScoped
@Path("records/{recordNo}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiApplication.RECORDS)
@APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
@APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
public class RecordResource {

    @Inject
    Records records;

    @GET
    @Operation(
            operationId = "getRecord",
            summary = "一条信用记录",
            description =
                    "Content, scope, state, period and provenance, by the caller's rights; a look at what is not public is"
                            + " logged.")
    @APIResponse(
            responseCode = "200",
            description = "记录 / the record",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RecordJson.class)))
    @APIResponse(responseCode = "304", description = "未变 / not changed since the ETag of If-None-Match")
    public Response get(
            @Parameter(description = "记录号 / number of the record") @PathParam("recordNo") String recordNo,
            @Context Request request) {
        RecordView record = records.get(recordNo);
        RecordJson shown = RecordJson.of(record);
        EntityTag tag = new EntityTag(EntityTags.versioned(record.version(), shown));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.tag(tag).build()
                : Response.ok(shown).tag(tag).build();
    }

    @GET
    @Path("history")
    @Operation(
            operationId = "getRecordHistory",
            summary = "记录的全部事件",
            description =
                    "Every event, oldest first: who, for which organisation, in which step, on which legal basis and why.")
    @APIResponseSchema(value = EventList.class, responseCode = "200", responseDescription = "事件 / the events")
    public EventList history(
            @Parameter(description = "记录号 / number of the record") @PathParam("recordNo") String recordNo,
            @BeanParam PageParameters page) {
        String list = "events:" + recordNo;
        long[] after = page.keys(list, 1);
        EventPage found = records.history(recordNo, after == null ? 0 : after[0], page.limit());
        return EventList.of(found.events(), found.next() == null ? null : Paging.cursor(list, found.next()));
    }
}
