package org.chengxin.system.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.client.ApiClient;
import org.chengxin.client.ApiException;
import org.chengxin.client.ApiResponse;
import org.chengxin.client.api.CatalogueApi;
import org.chengxin.client.api.PublicApi;
import org.chengxin.client.api.RecordsApi;
import org.chengxin.client.api.SubmissionsApi;
import org.chengxin.client.api.TasksApi;
import org.chengxin.client.model.CatalogueItem;
import org.chengxin.client.model.CreditRecord;
import org.chengxin.client.model.Decision;
import org.chengxin.client.model.DecisionResult;
import org.chengxin.client.model.Decisions;
import org.chengxin.client.model.Finding;
import org.chengxin.client.model.FindingList;
import org.chengxin.client.model.Problem;
import org.chengxin.client.model.PublicRecord;
import org.chengxin.client.model.PublicSubject;
import org.chengxin.client.model.RecordEvent;
import org.chengxin.client.model.RecordHistory;
import org.chengxin.client.model.Submission;
import org.chengxin.client.model.Task;
import org.chengxin.client.model.TaskDecision;
import org.chengxin.client.model.TaskList;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.LotText;
import org.chengxin.demonstration.PenaltyGenerator;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.system.Await;
import org.chengxin.system.SystemServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The main path with a client that was generated from docs/openapi.json, as a supplier's developer would do it: what the
 * document leaves out or tells wrongly does not compile or does not come back.
 */
class GeneratedClientIT {

    private static final Duration SOON = Duration.ofSeconds(90);

    private static SystemServer system;

    @BeforeAll
    static void start() throws Exception {
        system = SystemServer.shared();
    }

    private static ApiClient client(String username) {
        ApiClient client = new ApiClient()
                .setHttpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1))
                .setReadTimeout(Duration.ofSeconds(60));
        client.updateBaseUri(system.address().resolve("api").toString());
        if (username != null) {
            String credentials = Base64.getEncoder()
                    .encodeToString((username + ":" + system.password()).getBytes(StandardCharsets.UTF_8));
            client.setRequestInterceptor(request -> request.header("Authorization", "Basic " + credentials));
        }
        return client;
    }

    /** The problem as its schema describes it. */
    private static Problem problem(ApiClient client, ApiException refused) throws Exception {
        assertThat(refused.getResponseHeaders().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        ObjectMapper mapper = client.getObjectMapper();
        return mapper.readValue(refused.getResponseBody(), Problem.class);
    }

    @Test
    void theMainPathWithNothingButGeneratedTypes() throws Exception {
        SubmissionsApi clerk = new SubmissionsApi(client("clerk.env"));
        TasksApi reviewer = new TasksApi(client("reviewer.env"));
        List<Enterprise> enterprises = system.enterprises();
        String csv = LotText.penalties(
                new PenaltyGenerator(611, enterprises, CivilTime.dateOf(Instant.now())).penalties(8, 6));

        ApiResponse<Submission> taken =
                clerk.createSubmissionWithHttpInfo("PEN-ENV", csv, "六月处罚.csv", null, "PUBLIC", "generated-client-1");
        assertThat(taken.getStatusCode()).isEqualTo(202);
        assertThat(taken.getHeaders()).containsKey("location");
        String no = taken.getData().getNo();
        ApiResponse<Submission> again =
                clerk.createSubmissionWithHttpInfo("PEN-ENV", csv, "六月处罚.csv", null, "PUBLIC", "generated-client-1");
        assertThat(again.getStatusCode()).isEqualTo(200);
        assertThat(again.getData().getNo()).isEqualTo(no);

        Submission lot = await(clerk, no, Submission.StateEnum.IN_REVIEW);
        assertThat(lot.getFileName()).isEqualTo("六月处罚.csv");
        assertThat(lot.getScope()).isEqualTo(Submission.ScopeEnum.PUBLIC);
        assertThat(lot.getCounts().getReceived()).isEqualTo(8);
        assertThat(lot.getCounts().getAccepted()).isPositive();
        FindingList findings = clerk.listSubmissionFindings(no, null, 200);
        for (Finding finding : findings.getItems()) {
            assertThat(finding.getRow()).isBetween(2, 9);
            assertThat(finding.getSeverity()).isNotEqualTo(Finding.SeverityEnum.UNKNOWN_DEFAULT_OPEN_API);
            assertThat(finding.getMessage()).isNotBlank();
        }

        Task task = reviewer.listTasks(null, 10, null, null, "Submission", no, "open")
                .getItems()
                .get(0);
        assertThat(task.getBusinessKey()).isEqualTo(no);
        ApiResponse<Task> read = reviewer.getTaskWithHttpInfo(task.getId());
        assertThat(read.getData().getForm()).extracting("key").contains("outcome", "reason");
        String seen = tag(read);
        ApiResponse<Task> claimed = reviewer.claimTaskWithHttpInfo(task.getId(), seen);
        assertThat(claimed.getData().getMine()).isTrue();
        ApiException stale = catchThrowableOfType(
                ApiException.class, () -> reviewer.decideTask(task.getId(), new Decision().outcome("approve"), seen));
        assertThat(stale.getCode()).isEqualTo(412);
        Task decided = reviewer.decideTask(
                task.getId(), new Decision().outcome("approve").reason("核对无误"), tag(claimed));
        assertThat(decided.getState()).isEqualTo(Task.StateEnum.DONE);

        Submission done = await(clerk, no, Submission.StateEnum.DONE);
        assertThat(done.getReviewedBy()).isEqualTo("reviewer.env");
        assertThat(done.getCounts().getPublished()).isPositive();
        followARecord(no, enterprises);
    }

    private static String tag(ApiResponse<?> answer) {
        return answer.getHeaders().get("etag").get(0);
    }

    private static Submission await(SubmissionsApi clerk, String no, Submission.StateEnum state) throws Exception {
        Submission[] lot = new Submission[1];
        Await.until("lot " + no + " " + state, SOON, () -> {
            lot[0] = clerk.getSubmission(no);
            return lot[0].getState() == state;
        });
        return lot[0];
    }

    /** Everybody finds what was published, and the supplier reads where it came from. */
    private static void followARecord(String no, List<Enterprise> enterprises) throws Exception {
        PublicApi everyone = new PublicApi(client(null));
        RecordsApi records = new RecordsApi(client("clerk.env"));
        int followed = 0;
        for (Enterprise enterprise : enterprises) {
            String code = enterprise.code().value();
            PublicSubject subject = everyone.getPublicSubject(code);
            assertThat(everyone.searchPublicSubjects(enterprise.name(), null, 10)
                            .getItems())
                    .extracting(PublicSubject::getPublicId)
                    .contains(subject.getPublicId());
            for (PublicRecord shown :
                    everyone.listPublicRecords(code, null, 200, null).getItems()) {
                CreditRecord record = shown.getItem().contains("处罚") ? records.getRecord(shown.getRecordNo()) : null;
                if (record == null || !record.getProvenance().getSubmission().equals(no)) {
                    continue;
                }
                followed++;
                assertThat(record.getState()).isEqualTo(CreditRecord.StateEnum.PUBLISHED);
                assertThat(record.getScope()).isEqualTo(CreditRecord.ScopeEnum.PUBLIC);
                assertThat(shown.getSection().getValue())
                        .isEqualTo(record.getSection().getValue());
                assertThat(types(records, shown.getRecordNo(), 200))
                        .startsWith("RECEIVE")
                        .contains("APPROVE", "PUBLISH")
                        .isEqualTo(types(records, shown.getRecordNo(), 2));
            }
        }
        assertThat(followed).isPositive();
    }

    /** The types of the events, read page by page. */
    private static List<String> types(RecordsApi records, String recordNo, int limit) throws ApiException {
        List<String> types = new ArrayList<>();
        String cursor = null;
        do {
            RecordHistory page = records.getRecordHistory(recordNo, cursor, limit);
            assertThat(page.getItems()).hasSizeLessThanOrEqualTo(limit);
            page.getItems().stream().map(RecordEvent::getType).forEach(types::add);
            cursor = page.getNextCursor();
        } while (cursor != null);
        return types;
    }

    @Test
    void manyDecisionsAtOnceEachForItself() throws Exception {
        ApiClient officer = client("secrecy.env");
        TasksApi tasks = new TasksApi(officer);
        Set<String> known = new HashSet<>();
        TaskList page = tasks.listTasks(null, 1, null, null, "CreditRecord", null, "open");
        Task waiting = page.getItems().get(0);
        while (page.getNextCursor() != null) {
            assertThat(known.add(page.getItems().get(0).getId())).isTrue();
            page = tasks.listTasks(page.getNextCursor(), 1, null, null, "CreditRecord", null, "open");
        }

        Map<String, Object> ruling = Map.of("scope", "GOVERNMENT", "ground", "NONE", "legalBasis", "信用信息目录");
        List<DecisionResult> results = tasks.decideTasks(new Decisions()
                        .addDecisionsItem(decision("no-such-task", ruling))
                        .addDecisionsItem(decision(
                                waiting.getId(), Map.of("scope", "EVERYBODY", "ground", "NONE", "legalBasis", "目录")))
                        .addDecisionsItem(decision(waiting.getId(), ruling))
                        .addDecisionsItem(decision(waiting.getId(), ruling)))
                .getItems();
        assertThat(results).extracting(DecisionResult::getStatus).containsExactly(404, 422, 200, 409);
        assertThat(results.get(0).getProblem().getCode()).isEqualTo("TASK_UNKNOWN");
        assertThat(results.get(1).getProblem().getField()).isEqualTo("scope");
        assertThat(results.get(2).getProblem()).isNull();
        assertThat(results.get(3).getProblem().getCode()).isEqualTo("TASK_DECIDED");
    }

    private static TaskDecision decision(String id, Map<String, Object> fields) {
        return new TaskDecision().id(id).outcome("decide").reason("只供行政机关查询").fields(fields);
    }

    @Test
    void refusalsComeAsTheProblemOfTheDocument() throws Exception {
        ApiClient clerk = client("clerk.env");
        ApiException unknown =
                catchThrowableOfType(ApiException.class, () -> new SubmissionsApi(clerk).getSubmission("L1"));
        assertThat(unknown.getCode()).isEqualTo(404);
        Problem problem = problem(clerk, unknown);
        assertThat(problem.getCode()).isEqualTo("SUBMISSION_UNKNOWN");
        assertThat(problem.getStatus()).isEqualTo(404);
        assertThat(problem.getInstance()).isEqualTo("/api/v1/submissions/L1");

        ApiException proposed = catchThrowableOfType(ApiException.class, () -> new SubmissionsApi(clerk)
                .createSubmission("PEN-ENV", "当事人大名,备忘\r\n某某,无\r\n", null, null, null, null));
        assertThat(proposed.getCode()).isEqualTo(422);
        Problem required = problem(clerk, proposed);
        assertThat(required.getCode()).isEqualTo("MAPPING_REQUIRED");
        assertThat(required.getProposedMapping().getHeader()).containsExactly("当事人大名", "备忘");

        ApiClient anonymous = client(null);
        ApiException unsigned =
                catchThrowableOfType(ApiException.class, () -> new CatalogueApi(anonymous).getCatalogueItem("PEN-ENV"));
        assertThat(unsigned.getCode()).isEqualTo(401);
        assertThat(problem(anonymous, unsigned).getCode()).isEqualTo("CREDENTIALS_REQUIRED");
        CatalogueItem item = new CatalogueApi(clerk).getCatalogueItem("PEN-ENV");
        assertThat(item.getFields()).extracting("required").contains(true);
    }
}
