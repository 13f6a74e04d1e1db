package org.chengxin.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.chengxin.api.JsonFormat;
import org.chengxin.intake.boundary.MappingRequired;
import org.chengxin.intake.control.HeaderMapping;
import org.chengxin.intake.control.MappingProposal;
import org.chengxin.intake.control.UnreadableFile;
import org.chengxin.kernel.BusinessRefusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTest {

    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler keeper = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void keepLog() {
        Logger logger = Logger.getLogger(Problems.class.getName());
        logger.setUseParentHandlers(false);
        logger.addHandler(keeper);
    }

    @AfterEach
    void releaseLog() {
        Logger logger = Logger.getLogger(Problems.class.getName());
        logger.setUseParentHandlers(true);
        logger.removeHandler(keeper);
    }

    private final Problems problems = new Problems(Locale.SIMPLIFIED_CHINESE, "/api/v1/submissions/L1");
    private final Problems english = new Problems(Locale.ENGLISH, "/api/v1/submissions/L1");

    @Test
    void aRefusalKeepsItsCodeAndSaysWhatToDo() {
        Problem problem = problems.of(BusinessRefusal.notFound("SUBMISSION_UNKNOWN", "L1"));
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.code()).isEqualTo("SUBMISSION_UNKNOWN");
        assertThat(problem.type()).isEqualTo("urn:chengxin:problem:SUBMISSION_UNKNOWN");
        assertThat(problem.title()).isEqualTo("没有此批次");
        assertThat(problem.detail()).contains("“L1”").contains("请");
        assertThat(logged).isEmpty();
        assertThat(problem.instance()).isEqualTo("/api/v1/submissions/L1");
        assertThat(english.of(BusinessRefusal.notFound("SUBMISSION_UNKNOWN", "L1"))
                        .title())
                .isEqualTo("No such lot");
    }

    @Test
    void eachKindOfRefusalHasItsStatus() {
        assertThat(problems.of(BusinessRefusal.invalid("SCOPE_INVALID")).status())
                .isEqualTo(422);
        assertThat(problems.of(BusinessRefusal.invalid("CURSOR_INVALID")).status())
                .isEqualTo(400);
        assertThat(problems.of(BusinessRefusal.forbidden("FOUR_EYES")).status()).isEqualTo(403);
        assertThat(problems.of(BusinessRefusal.conflict("TASK_CLAIMED", "甲", "今天"))
                        .status())
                .isEqualTo(409);
        assertThat(problems.of(BusinessRefusal.stale("STALE")).status()).isEqualTo(412);
        assertThat(problems.of(BusinessRefusal.forbidden("NOT_SIGNED_IN")).status())
                .isEqualTo(401);
    }

    @Test
    void momentsAreToldAsPeopleOfThePlaceReadThem() {
        BusinessRefusal refusal = BusinessRefusal.conflict("TASK_CLAIMED", "甲", "2026-03-02T01:30:12.5Z");
        assertThat(problems.of(refusal).detail()).contains("由甲于 2026-03-02 09:30 认领");
    }

    @ParameterizedTest
    @EnumSource(BusinessRefusal.Kind.class)
    void aCodeThatIsNewHasTheWordsOfItsKind(BusinessRefusal.Kind kind) {
        Problem problem = problems.of(new BusinessRefusal(kind, "QUITE_NEW", "x"));
        assertThat(problem.code()).isEqualTo("QUITE_NEW");
        assertThat(problem.title()).isNotBlank();
        assertThat(problem.detail()).isNotBlank();
    }

    @Test
    void whatTheContainerWrapsIsUnwrapped() {
        Exception wrapped = new EJBException(
                new EJBTransactionRolledbackException("x", new UnreadableFile(UnreadableFile.Reason.OLD_WORKBOOK)));
        assertThat(problems.of(wrapped).status()).isEqualTo(415);
        assertThat(problems.of(wrapped).code()).isEqualTo("OLD_WORKBOOK");
        assertThat(problems.of(new EJBTransactionRolledbackException("x", new OptimisticLockException()))
                        .code())
                .isEqualTo("CONCURRENT_CHANGE");
    }

    @Test
    void aKeyThatSomebodyElseTookAtTheSameMomentIsAConflict() {
        Problem problem =
                problems.of(new EJBException(new IllegalStateException(new SQLException("duplicate key", "23505"))));
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("CONCURRENT_CHANGE");
        assertThat(logged).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(UnreadableFile.Reason.class)
    void everyReasonNotToReadAFileHasWordsInBothLanguages(UnreadableFile.Reason reason) {
        for (Problems told : List.of(problems, english)) {
            Problem problem = told.of(new UnreadableFile(reason, "7"));
            assertThat(problem.status()).isEqualTo(reason.status());
            assertThat(problem.code()).isEqualTo(reason.name());
            assertThat(problem.title()).isNotBlank();
            assertThat(problem.detail()).isNotBlank().doesNotContain("{");
        }
    }

    @ParameterizedTest
    @EnumSource(HeaderMapping.Fault.class)
    void aFaultOfAConfirmedMappingIsTold(HeaderMapping.Fault fault) {
        Problem problem = problems.of(BusinessRefusal.invalid(fault.name(), "处罚日期"));
        assertThat(problem.code()).isEqualTo(fault.name());
        assertThat(problem.field()).isEqualTo("处罚日期");
        assertThat(problem.detail()).contains("处罚日期");
    }

    @Test
    void aRoleThatIsMissingIsToldApartFromAPersonWhoIsMissing() {
        assertThat(problems.of(new EJBAccessException("no role")).code()).isEqualTo("FORBIDDEN");
        assertThat(problems.of(new EJBAccessException("no role")).status()).isEqualTo(403);
        assertThat(problems.ofCode(401, "CREDENTIALS_REQUIRED").status()).isEqualTo(401);
    }

    @Test
    void aLayoutNobodyConfirmedComesWithAProposal() {
        HeaderMapping mapping =
                new HeaderMapping(List.of("企业名称", "备注"), Map.of("企业名称", "subjectName"), Set.of("备注"), Map.of());
        Problem problem = problems.of(
                new MappingRequired("PEN-ENV", new MappingProposal(mapping, Map.of("企业名称", 95), List.of("备注"))));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.code()).isEqualTo("MAPPING_REQUIRED");
        assertThat(problem.proposedMapping().columns()).containsEntry("企业名称", "subjectName");
        assertThat(problem.proposedMapping().ignored()).containsExactly("备注");
        assertThat(problem.confidence()).containsEntry("企业名称", 95);
        assertThat(problem.unassigned()).containsExactly("备注");
        assertThat(problem.confirmAt()).isEqualTo("/api/v1/catalogue/items/PEN-ENV/mappings");
        assertThat(problem.detail()).contains("PUT");
    }

    @Test
    void allFaultsOfAMappingAreToldAtOnce() {
        Problem problem = english.of(new MappingRefused(
                "PEN-ENV",
                List.of(
                        new HeaderMapping.Problem(HeaderMapping.Fault.UNKNOWN_FIELD, "nonsense"),
                        new HeaderMapping.Problem(HeaderMapping.Fault.COLUMN_UNDECIDED, "备注"))));
        assertThat(problem.code()).isEqualTo("MAPPING_INVALID");
        assertThat(problem.problems())
                .extracting(Problem.Fault::code)
                .containsExactly("UNKNOWN_FIELD", "COLUMN_UNDECIDED");
        assertThat(problem.detail()).contains("nonsense");
    }

    @Test
    void whatTheRuntimeRefusesHasACodeToo() {
        assertThat(problems.of(new NotFoundException()).code()).isEqualTo("NOT_FOUND");
        assertThat(problems.of(new NotAllowedException("GET")).code()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(problems.of(new NotSupportedException()).code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(problems.of(new MalformedBody(null)).code()).isEqualTo("BODY_INVALID");
        assertThat(problems.of(new MalformedBody(null)).status()).isEqualTo(400);
    }

    @Test
    void nothingOfTheInsideComesOut() {
        Problem problem = problems.of(new IllegalStateException("SELECT secret FROM registry.app_user"));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.code()).isEqualTo("INTERNAL");
        assertThat(problem.reference()).matches("[0-9a-f]{8}");
        String json = JsonFormat.jsonb().toJson(problem);
        assertThat(json).contains(problem.reference()).doesNotContain("secret").doesNotContain("Exception");
        assertThat(logged).hasSize(1);
        assertThat(logged.get(0).getMessage()).contains(problem.reference());
        assertThat(logged.get(0).getThrown()).isInstanceOf(IllegalStateException.class);
        assertThat(problems.of(new InternalServerErrorException()).code()).isEqualTo("INTERNAL");
    }

    @Test
    void aFailureThatCausesItselfEnds() {
        Throwable circle = new IllegalStateException("a");
        circle.initCause(new IllegalStateException("b", circle));
        assertThat(problems.of(circle).code()).isEqualTo("INTERNAL");
    }

    @Test
    void absentMembersAreLeftOut() {
        assertThat(JsonFormat.jsonb().toJson(problems.ofCode(401, "CREDENTIALS_WRONG")))
                .contains("\"status\":401")
                .doesNotContain("proposedMapping")
                .doesNotContain("null");
    }
}
