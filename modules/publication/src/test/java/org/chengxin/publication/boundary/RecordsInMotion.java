package org.chengxin.publication.boundary;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;
import org.chengxin.organisation.boundary.OrganisationSummary;
import org.chengxin.organisation.boundary.Organisations;
import org.chengxin.organisation.entity.Organisation;
import org.chengxin.publication.control.Projections;
import org.chengxin.record.boundary.RecordsChanged;
import org.chengxin.record.entity.AdmittedRow;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.record.entity.LotContext;
import org.chengxin.record.entity.Step;
import org.chengxin.record.entity.SupplierStatement;
import org.chengxin.subject.boundary.SubjectRegister;
import org.chengxin.subject.boundary.SubjectView;
import org.chengxin.subject.entity.SubjectKind;

/**
 * Records as approved lots make them, with their content in the registry of a real database, and the projector that
 * follows their changes. The catalogue, the organisations and the register of subjects answer from memory.
 */
final class RecordsInMotion {

    static final String ITEM = """
            {"code": "LIC", "version": 1, "name": "许可", "nameEn": "Licence", "sectionRule": "IDENTITY",
             "dedupeKey": ["subject", "documentNo"], "seriesKey": ["subject", "licenceNo"],
             "fields": [
               {"name": "subjectName", "title": "名称", "type": "TEXT", "meaning": "SUBJECT_NAME"},
               {"name": "documentNo", "title": "文号", "type": "TEXT"},
               {"name": "licenceNo", "title": "编号", "type": "TEXT"},
               {"name": "facts", "title": "内容", "type": "LONG_TEXT"},
               {"name": "handler", "title": "经办人", "type": "TEXT", "personal": true, "disclosed": true},
               {"name": "handlerId", "title": "证件", "type": "CITIZEN_ID", "personal": true},
               {"name": "remark", "title": "备注", "type": "LONG_TEXT", "disclosed": false}]}
            """;

    private static final long ORGANISATION = 50;
    private static final long LOT = 50;
    private static final Actor CLERK = person("clerk.a");
    private static final Actor REVIEWER = person("reviewer.a");

    private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");
    private static final LotContext LOT_OF_ALL =
            new LotContext(LOT, "L1", 50L, "LIC", 50L, ORGANISATION, CLERK, AT, REVIEWER, AT, null, false, "process");

    private final PublicationBed bed;
    private final Map<Long, SubjectView> subjects = new HashMap<>();
    private final ItemDefinition item = ItemDefinition.fromJson(ITEM);
    private int last;

    RecordsInMotion(PublicationBed bed) throws SQLException {
        this.bed = bed;
        execute(
                "INSERT INTO organisation (id, code, name, short_name, name_en, kind, level, division_code)"
                        + " VALUES (50, 'a', '甲局', '甲局', 'Bureau A', 'DEPARTMENT', 'MUNICIPAL', '320500')",
                "INSERT INTO catalogue_item (id, code, name, name_en) VALUES (50, 'LIC', '许可', 'Licence')",
                "INSERT INTO catalogue_item_version (id, item_id, version, definition, effective_from)"
                        + " VALUES (50, 50, 1, '" + ITEM + "', '2020-01-01')",
                "INSERT INTO submission (id, no, item_id, item_code, item_version_id, organisation_id, submitted_by,"
                        + " submitted_name, channel, media_type, content_sha256, size_bytes, mapping, state,"
                        + " reviewed_by, received_at) VALUES (50, 'L1', 50, 'LIC', 50, 50, 'clerk.a', 'c', 'API',"
                        + " 'text/csv', 's', 1, '{}', 'PROCESSING', 'reviewer.a', '2026-06-01T00:00:00Z')");
    }

    private static Actor person(String name) {
        return new Actor(1L, name, name, ORGANISATION, "a", "甲局", Set.of());
    }

    /** A subject of the register. */
    SubjectView subject(long id, SubjectKind kind, String name) throws SQLException {
        return subject(id, kind, name, List.of());
    }

    SubjectView subject(long id, SubjectKind kind, String name, List<String> otherCodes) throws SQLException {
        SubjectView view =
                new SubjectView(id, "p" + id, kind, name, List.of(), null, otherCodes, "320508", "存续", false, false);
        subjects.put(id, view);
        execute("INSERT INTO subject (id, public_id, kind, name, created_at, updated_at) VALUES (" + id + ", 'p" + id
                + "', '" + kind + "', '" + name + "', now(), now())");
        return view;
    }

    /** The register now says something else of this subject. */
    void now(SubjectView view) {
        subjects.put(view.id(), view);
    }

    /** A record that was approved and waits for its classification. */
    CreditRecord admitted(SubjectView subject, String content) throws SQLException {
        int row = ++last;
        execute(
                "INSERT INTO staged_row (submission_id, received_at, row_no, outcome, content)"
                        + " VALUES (50, '2026-06-01T00:00:00Z', " + row + ", 'ACCEPTED', '" + content + "')",
                "INSERT INTO credit_record (id, record_no, item_id, item_version_id, item_code, organisation_id,"
                        + " submission_id, row_no, subject_id, state, scope, title, content_version, content_hash,"
                        + " dedupe_key, entered_by, reviewed_by, created_at, scope_column, personal_subject) VALUES ("
                        + row + ", 'R" + row + "', 50, 50, 'LIC', 50, 50, " + row + ", " + subject.id()
                        + ", 'IN_REVIEW', 'UNDETERMINED', 't', 1, 'h', 'k" + row
                        + "', 'clerk.a', 'reviewer.a', now(), false, false)",
                "SELECT set_config('chengxin.supplier', '50', true)",
                "INSERT INTO record_content (record_id, version, content, content_hash, change_kind, item_version_id,"
                        + " organisation_id, submission_id, row_no, actor, recorded_at) VALUES (" + row + ", 1, '"
                        + content + "', 'h', 'FIRST', 50, 50, 50, " + row + ", 'clerk.a', now())");
        return CreditRecord.admit(row(row, subject, content), LOT_OF_ALL);
    }

    /** A later lot brings new content of this record. */
    void revised(CreditRecord record) {
        int row = ++last;
        record.revise(row(row, subjects.get(record.subjectId()), "{}"), LOT_OF_ALL);
    }

    private static AdmittedRow row(int row, SubjectView subject, String content) {
        SupplierStatement stated = new SupplierStatement(null, false, null, null, null, null, false, null, null);
        return new AdmittedRow(
                row,
                (long) row,
                "R" + row,
                subject.id(),
                content,
                "h",
                "k" + row,
                "许可 " + row,
                "某法第一条",
                LocalDate.of(2026, 5, 1),
                stated,
                null,
                java.util.Map.of());
    }

    /** The step that something happens in, now. */
    Step step() {
        return Step.of(bed.noon(), Actor.process("test"), "CreditRecord", "i", "a");
    }

    CreditRecord decided(CreditRecord record, DisclosureScope scope, LocalDate endsOn) {
        record.classify(Section.ALERT, "rule", step());
        record.setPeriod(endsOn, "rule", step());
        record.setScope(scope, "rule", step());
        return record;
    }

    CreditRecord published(SubjectView subject, String content, LocalDate endsOn) throws SQLException {
        CreditRecord record = decided(admitted(subject, content), DisclosureScope.PUBLIC, endsOn);
        record.publish(step());
        return record;
    }

    /** The records changed in one transaction, which commits. */
    void changed(CreditRecord... records) throws SQLException {
        try (Connection connection = bed.database().application()) {
            connection.setAutoCommit(false);
            Projections.with(new Definitions(), new Suppliers(), new Register(), bed.clock())
                    .accept(new RecordsChanged(List.of(records), connection));
            connection.commit();
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = bed.database().owner();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET search_path = registry");
            for (String statement : statements) {
                sql.execute(statement);
            }
            connection.commit();
        }
    }

    private final class Definitions extends Catalogue {
        @Override
        public ItemDefinition definition(Long versionId) {
            return item;
        }

        @Override
        public Map<String, CodeTableDefinition> codeTables() {
            return Map.of();
        }
    }

    private static final class Suppliers extends Organisations {
        @Override
        public OrganisationSummary get(Long id) {
            return new OrganisationSummary(
                    id,
                    "a",
                    "甲局",
                    "甲局",
                    "Bureau A",
                    Organisation.Kind.DEPARTMENT,
                    Organisation.Level.MUNICIPAL,
                    "320500",
                    null,
                    null);
        }
    }

    private final class Register extends SubjectRegister {
        @Override
        public Map<Long, SubjectView> views(Collection<Long> ids) {
            return ids.stream().filter(subjects::containsKey).collect(Collectors.toMap(id -> id, subjects::get));
        }
    }
}
