package org.chengxin.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.chengxin.api.problem.MalformedBody;
import org.chengxin.api.view.CalendarJson;
import org.chengxin.organisation.boundary.CalendarRegister;
import org.chengxin.organisation.boundary.CalendarRegister.CalendarFile;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The working days of each year, by which deadlines are counted; the administrator keeps them. */
@RequestScoped
@Path("calendar/years")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiApplication.ADMINISTRATION)
@APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
public class CalendarResource {

    @Inject
    CalendarRegister register;

    @GET
    @Operation(
            operationId = "listCalendarYears",
            summary = "工作日历",
            description =
                    "The years whose calendar is known, latest first. Dates counted through others are provisional.")
    @APIResponseSchema(value = CalendarJson.Years.class, responseCode = "200", responseDescription = "各年 / the years")
    public CalendarJson.Years list() {
        return new CalendarJson.Years(
                register.all().stream().map(CalendarJson::of).toList());
    }

    @GET
    @Path("{year}")
    @Operation(operationId = "getCalendarYear", summary = "一年的日历", description = "A year with its tag.")
    @APIResponseSchema(value = CalendarJson.class, responseCode = "200", responseDescription = "一年 / the year")
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    public Response get(@PathParam("year") int year) {
        return answer(register.get(year));
    }

    @PUT
    @Path("{year}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCalendarYear",
            summary = "录入或修改一年的日历",
            description = "Puts a year as the State Council's notice arranges it. Deadlines of open tasks that count"
                    + " through it are counted again right after.")
    @APIResponseSchema(value = CalendarJson.class, responseCode = "200", responseDescription = "一年 / the year")
    @APIResponse(responseCode = "400", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public Response put(
            @PathParam("year") int year, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CalendarJson body) {
        return answer(register.put(year, MalformedBody.required(body).toDraft(), EntityTags.held(ifMatch)));
    }

    private static Response answer(CalendarFile file) {
        return EntityTags.tagged(CalendarJson.of(file), file.tag());
    }
}
