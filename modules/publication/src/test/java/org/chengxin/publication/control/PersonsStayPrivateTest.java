package org.chengxin.publication.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.organisation.boundary.OrganisationSummary;
import org.chengxin.organisation.boundary.Organisations;
import org.chengxin.publication.PublicationDatabase;
import org.chengxin.record.boundary.RecordsChanged;
import org.chengxin.record.entity.AdmittedRow;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.record.entity.LotContext;
import org.chengxin.record.entity.Step;
import org.chengxin.record.entity.SupplierStatement;
import org.chengxin.subject.boundary.SubjectRegister;
import org.chengxin.subject.boundary.SubjectView;
import org.chengxin.subject.boundary.SubjectsMerged;
import org.chengxin.subject.entity.SubjectKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom the projection takes in, with a real database behind it. */
class PersonsStayPrivateTest {

    private static final Instant NOW = Instant.parse("2026-06-15T02:00:00Z");
    private static final Actor ACTOR = new Actor(null, "reviewer.env", "r", 4L, null, null, Set.of());

    private static final ItemDefinition ITEM = ItemDefinition.fromJson("""
            {"code": "X", "name": "测试", "nameEn": "Test", "sectionRule": "OTHER", "dedupeKey": ["no"],
             "fields": [{"name": "no", "title": "文号", "titleEn": "Number"}]}
            """);
    private static final OrganisationSummary ORGANISATION =
            new OrganisationSummary(4L, "env", "环境保护局", "环保局", "Environment", null, null, "320500", null, null);

    private static PublicationDatabase database;

    private Connection connection;
    private final Map<Long, SubjectView> subjects = new HashMap<>();

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = new PublicationDatabase();
        try (Connection superuser = database.superuser();
                Statement sql = superuser.createStatement()) {
            sql.execute("INSERT INTO registry.record_content SELECT g, 1, '{}', 'h', 'FIRST', 3, 4, 1, 2, 'clerk.env',"
                    + " now() FROM generate_series(1, 2) g");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = database.application();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private Projector projector() {
        Projector projector = new Projector();
        projector.subjects = new SubjectRegister() {
            @Override
            public Map<Long, SubjectView> views(Collection<Long> ids) {
                return subjects;
            }
        };
        projector.catalogue = new Catalogue() {
            @Override
            public ItemDefinition definition(Long versionId) {
                return ITEM;
            }
        };
        projector.organisations = new Organisations() {
            @Override
            public OrganisationSummary get(Long id) {
                return ORGANISATION;
            }
        };
        projector.clock = ApplicationClock.ahead(Clock.fixed(NOW, CivilTime.ZONE), "P0D");
        return projector;
    }

    private CreditRecord published(long id, SubjectKind kind) {
        subjects.put(
                id,
                new SubjectView(id, "s" + id, kind, "名称" + id, List.of(), null, List.of(), null, null, false, false));
        LotContext lot = new LotContext(1L, "L1", 2L, "X", 3L, 4L, ACTOR, NOW, ACTOR, NOW, null, false, "i");
        AdmittedRow row = new AdmittedRow(
                2,
                id,
                "R" + id,
                id,
                "{}",
                "h",
                "k",
                "t",
                "law",
                null,
                new SupplierStatement(null, false, null, null, null, null, false, null, null),
                null,
                java.util.Map.of());
        CreditRecord record = CreditRecord.admit(row, lot);
        Step step = Step.of(NOW, ACTOR, "CreditRecord", "i", "PublishRecord");
        record.classify(Section.OTHER, "rule", step);
        record.setScope(DisclosureScope.PUBLIC, "rule", step);
        record.publish(step);
        return record;
    }

    @Test
    void aPersonsPublishedRecordIsNotProjectedAndNeitherIsThePerson() throws SQLException {
        projector()
                .project(new RecordsChanged(
                        List.of(published(1, SubjectKind.PERSON), published(2, SubjectKind.ENTERPRISE)), connection));
        assertThat(rows("SELECT public_id FROM publication.public_subject")).containsExactly("s2");
        assertThat(rows("SELECT record_no FROM publication.public_record")).containsExactly("R2");
    }

    @Test
    void aRecordWhoseSubjectTurnsOutToBeAPersonGoes() throws SQLException {
        CreditRecord record = published(1, SubjectKind.ENTERPRISE);
        projector().project(new RecordsChanged(List.of(record), connection));
        assertThat(rows("SELECT record_no FROM publication.public_record")).containsExactly("R1");
        published(1, SubjectKind.PERSON);
        projector().project(new RecordsChanged(List.of(record), connection));
        assertThat(rows("SELECT record_no FROM publication.public_record")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SubjectKind.class)
    void theDatabaseRefusesPersonsToo(SubjectKind kind) throws SQLException {
        ProjectionWriter.SubjectRow row =
                new ProjectionWriter.SubjectRow("x", null, "某某", List.of(), List.of(), kind.name(), null, null);
        ProjectionWriter writer = new ProjectionWriter(connection);
        if (kind == SubjectKind.PERSON) {
            assertThatThrownBy(() -> writer.show(List.of(row), List.of(), NOW))
                    .hasMessageContaining("no_natural_person");
        } else {
            writer.show(List.of(row), List.of(), NOW);
            assertThat(rows("SELECT kind FROM publication.public_subject")).containsExactly(kind.name());
        }
    }

    @Test
    void aMergedSubjectLeavesWithItsRecordsAndCodes() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO registry.subject"
                + " (id, public_id, kind, name, created_at, updated_at) SELECT g, 's' || g, 'ENTERPRISE', '某某',"
                + " now(), now() FROM generate_series(1, 2) g")) {
            insert.executeUpdate();
        }
        projector()
                .project(new RecordsChanged(
                        List.of(published(1, SubjectKind.ENTERPRISE), published(2, SubjectKind.ENTERPRISE)),
                        connection));
        new MergedSubjects()
                .leave(new SubjectsMerged(List.of(new SubjectsMerged.Merge(1L, 2L)), ACTOR, "同一家", connection));
        assertThat(rows("SELECT public_id FROM publication.public_subject")).containsExactly("s2");
        assertThat(rows("SELECT record_no FROM publication.public_record")).containsExactly("R2");
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
