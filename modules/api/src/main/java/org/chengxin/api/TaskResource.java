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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chengxin.api.problem.MalformedBody;
import org.chengxin.api.problem.Problem;
import org.chengxin.api.problem.Problems;
import org.chengxin.api.view.DecisionJson;
import org.chengxin.api.view.DecisionResults;
import org.chengxin.api.view.DecisionsJson;
import org.chengxin.api.view.SampleJson;
import org.chengxin.api.view.TaskJson;
import org.chengxin.api.view.TaskList;
import org.chengxin.intake.boundary.ReviewSample;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.workflow.boundary.Inbox;
import org.chengxin.workflow.boundary.LotReviews;
import org.chengxin.workflow.boundary.TaskPage;
import org.chengxin.workflow.boundary.TaskQuery;
import org.chengxin.workflow.boundary.TaskView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The inbox of officials. */
@RequestScoped
@Path("tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiApplication.TASKS)
@APIResponse(responseCode = "403", ref = ApiApplication.PROBLEM)
public class TaskResource {

    static final int MOST_DECISIONS = 200;

    private static final String IF_MATCH = "任务的 ETag，可不填 / the task's ETag, optional";

    @Inject
    Inbox inbox;

    @Inject
    LotReviews reviews;

    @Inject
    HttpServletRequest request;

    @GET
    @Operation(
            operationId = "listTasks",
            summary = "我的待办",
            description =
                    "The caller's own tasks and those of the caller's groups, soonest deadline first; with state=done what"
                            + " the caller decided, latest first.")
    @APIResponseSchema(value = TaskList.class, responseCode = "200", responseDescription = "一页任务 / a page of tasks")
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public TaskList list(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"open", "done"},
                                            defaultValue = "open"))
                    @QueryParam("state")
                    String state,
            @Parameter(
                            description = "仅已逾期 / only what is past its deadline",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("overdue")
                    String overdue,
            @Parameter(
                            description = "仅我认领的 / only what the caller has claimed",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("mine")
                    String mine,
            @Parameter(description = "流程标识 / id of a process", example = "Submission") @QueryParam("process")
                    String process,
            @Parameter(description = "标题或业务编号的一部分 / part of title or business key") @QueryParam("q") String q,
            @BeanParam PageParameters page) {
        TaskPage found = inbox.list(new TaskQuery(
                done(state),
                Paging.flag("mine", mine),
                Paging.flag("overdue", overdue),
                Paging.fragment("process", process),
                Paging.fragment("q", q),
                page.cursor(),
                page.limit()));
        return new TaskList(found.tasks().stream().map(TaskJson::of).toList(), found.next());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getTask", summary = "任务及其表单", description = "A task with the form to decide it.")
    @APIResponseSchema(value = TaskJson.class, responseCode = "200", responseDescription = "任务 / the task")
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    public Response get(@PathParam("id") String id) {
        TaskView task = inbox.get(id);
        return EntityTags.tagged(TaskJson.of(task, inbox.form(id)), tag(task));
    }

    @GET
    @Path("{id}/sample")
    @Operation(
            operationId = "getTaskSample",
            summary = "批次审核的抽样",
            description =
                    "The random sample of a lot's review, in the order of the file; its size follows from the rows in which"
                            + " nothing was found and the accepted error (GB/T 2828.1-2012, ISO 2859-1). It is drawn once and"
                            + " the same for everybody. The rows of the answer count as looked at by the caller, while the"
                            + " review goes on; when all were, sampleSeen among the fields of the decision is true.")
    @APIResponseSchema(
            value = SampleJson.class,
            responseCode = "200",
            responseDescription = "一页抽样 / a page of the sample")
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public SampleJson sample(@PathParam("id") String id, @BeanParam PageParameters page) {
        String list = "sample:" + id;
        long[] after = page.keys(list, 1);
        ReviewSample found = reviews.look(id, after == null ? 0 : (int) after[0], page.limit());
        return SampleJson.of(
                found,
                found.more()
                        ? Paging.cursor(
                                list, found.rows().get(found.rows().size() - 1).row())
                        : null);
    }

    @POST
    @Path("{id}/claim")
    @Operation(
            operationId = "claimTask",
            summary = "认领任务",
            description = "The caller takes a task out of the group's pool; no body is needed.")
    @APIResponseSchema(value = TaskJson.class, responseCode = "200", responseDescription = "任务 / the task")
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "409", ref = ApiApplication.PROBLEM)
    public Response claim(
            @PathParam("id") String id, @Parameter(description = IF_MATCH) @HeaderParam("If-Match") String ifMatch) {
        refuseStale(id, ifMatch);
        return answer(inbox.claim(id));
    }

    @POST
    @Path("{id}/release")
    @Operation(
            operationId = "releaseTask",
            summary = "退回任务池",
            description = "The caller gives a task back to the group; no body is needed.")
    @APIResponseSchema(value = TaskJson.class, responseCode = "200", responseDescription = "任务 / the task")
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "409", ref = ApiApplication.PROBLEM)
    public Response release(
            @PathParam("id") String id, @Parameter(description = IF_MATCH) @HeaderParam("If-Match") String ifMatch) {
        refuseStale(id, ifMatch);
        return answer(inbox.release(id));
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideTask",
            summary = "办理任务",
            description =
                    "Decides a task with outcome, reason and the form's fields. Outcomes of a lot's review are approve and"
                            + " return. With sampleSeen among its fields, an approval is held against the rows of the sample"
                            + " that the caller has looked at. Two calls decide once: the second is told who decided what, and when.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionJson.class)))
    @APIResponseSchema(value = TaskJson.class, responseCode = "200", responseDescription = "已办理的任务 / the decided task")
    @APIResponse(responseCode = "400", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "404", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "409", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public Response decide(
            @PathParam("id") String id,
            @Parameter(description = IF_MATCH) @HeaderParam("If-Match") String ifMatch,
            DecisionJson body) {
        DecisionJson decision = MalformedBody.required(body);
        refuseStale(id, ifMatch);
        return answer(inbox.decide(id, decision.outcome(), decision.reason(), decision.texts()));
    }

    @POST
    @Path("decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideTasks",
            summary = "批量办理",
            description =
                    "At most 200 decisions, each in a transaction of its own: one that is refused holds up no other. The"
                            + " answer tells the status of each.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionsJson.class)))
    @APIResponseSchema(
            value = DecisionResults.class,
            responseCode = "200",
            responseDescription = "逐项结果 / what came of each")
    @APIResponse(responseCode = "400", ref = ApiApplication.PROBLEM)
    @APIResponse(responseCode = "422", ref = ApiApplication.PROBLEM)
    public DecisionResults decideMany(DecisionsJson body) {
        List<DecisionsJson.One> decisions =
                MalformedBody.required(MalformedBody.required(body).decisions());
        if (decisions.size() > MOST_DECISIONS) {
            throw BusinessRefusal.invalid("TOO_MANY_DECISIONS", MOST_DECISIONS);
        }
        List<DecisionResults.One> results = new ArrayList<>(decisions.size());
        // all of them first: a body that is refused as a whole has decided nothing
        decisions.forEach(MalformedBody::required);
        decisions.forEach(decision -> results.add(decideOne(decision)));
        return new DecisionResults(results);
    }

    private DecisionResults.One decideOne(DecisionsJson.One decision) {
        try {
            if (decision.id() == null) {
                throw BusinessRefusal.invalid("REQUIRED", "id");
            }
            inbox.decide(decision.id(), decision.outcome(), decision.reason(), decision.texts());
            return new DecisionResults.One(decision.id(), Response.Status.OK.getStatusCode(), null);
        } catch (RuntimeException refused) {
            Problem problem = new Problems(Language.of(request), request.getRequestURI()).of(refused);
            return new DecisionResults.One(decision.id(), problem.status(), problem);
        }
    }

    /** Whoever says what they saw is told when it is no longer so; between here and the boundary its own lock watches. */
    private void refuseStale(String id, String ifMatch) {
        String held = EntityTags.held(ifMatch);
        if (held != null && !held.equals(tag(inbox.get(id)))) {
            throw BusinessRefusal.stale("STALE");
        }
    }

    private static Response answer(TaskView task) {
        return EntityTags.tagged(TaskJson.of(task), tag(task));
    }

    /** Changes when the task is claimed, released or decided. */
    private static String tag(TaskView task) {
        return Integer.toHexString(Objects.hash(
                task.id(), task.state(), task.assignee(), task.claimedAt(), task.outcome(), task.decidedAt()));
    }

    private static boolean done(String state) {
        if (state == null || state.isBlank() || state.equals("open")) {
            return false;
        }
        if (state.equals("done")) {
            return true;
        }
        throw BusinessRefusal.invalid("PARAMETER_INVALID", "state", state);
    }
}
