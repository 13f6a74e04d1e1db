package org.chengxin.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * Public records whose periods run, written straight into the tables as if their lots had long been through: records and
 * their rows on the portal, one subject for fifty of them; their content and what happened to them so far is left out.
 */
final class RunningPeriods {

    private static final int RECORDS_OF_A_SUBJECT = 50;

    private static final String LOT = """
            INSERT INTO registry.submission (id, no, item_id, item_code, item_version_id, organisation_id, submitted_by,
                submitted_name, channel, media_type, content_sha256, size_bytes, mapping, state, received, accepted,
                rows_admitted, reviewed_by, reviewed_name, reviewed_at, received_at, closed_at)
            SELECT 1, 'bench-periods', i.id, i.code, v.id, o.id, 'clerk.env', 'clerk', 'API', 'text/csv', 'none', 0, '{}',
                   'DONE', ?, ?, ?, 'reviewer.env', 'reviewer', now(), now(), now()
              FROM registry.catalogue_item i
              JOIN registry.catalogue_item_version v ON v.item_id = i.id, registry.organisation o
             WHERE i.code = 'PEN-ENV' AND o.code = 'env' ORDER BY v.id DESC LIMIT 1
            """;
    private static final String SUBJECTS = """
            INSERT INTO registry.subject (id, public_id, kind, name, created_at, updated_at)
            SELECT n, gen_random_uuid()::text, 'ENTERPRISE', '苏州期满测试' || n || '有限公司', now(), now()
              FROM generate_series(1, ?) n
            """;
    // those that end on the day are spread over everything; of the others none ends within the month
    private static final String RECORDS = """
            INSERT INTO registry.credit_record (id, record_no, item_id, item_version_id, item_code, organisation_id,
                submission_id, row_no, subject_id, state, section, section_rule, scope, scope_rule, severity, scope_column,
                stated_scope, personal_subject, title, legal_basis, decided_on, ends_on, ends_rule, published_at,
                content_version, content_hash, dedupe_key, entered_by, reviewed_by, created_at)
            SELECT n, 'BENCH' || n, s.item_id, s.item_version_id, s.item_code, s.organisation_id, s.id, n,
                   1 + n %% %d, 'PUBLISHED', 'WARNING', 'warning-ordinary', 'PUBLIC', 'row', 'ORDINARY', true, 'PUBLIC', false,
                   '环境行政处罚 ' || n, '《中华人民共和国水污染防治法》第八十三条', ?::date - 200,
                   CASE WHEN n %% ? = 0 THEN ?::date ELSE ?::date + 40 + n %% 900 END, '国家发展改革委令第36号', now(),
                   1, md5(n::text), 'bench-' || n, 'clerk.env', 'reviewer.env', now()
              FROM registry.submission s, generate_series(1, ?) n WHERE s.id = 1
            """;
    private static final String PUBLIC_SUBJECTS = """
            INSERT INTO publication.public_subject (public_id, name, search_text, kind, warning_until, updated_at)
            SELECT s.public_id, s.name, s.name, s.kind, max(r.ends_on), now()
              FROM registry.subject s JOIN registry.credit_record r ON r.subject_id = s.id GROUP BY s.id
            """;
    private static final String FORM = """
            INSERT INTO publication.public_form
            VALUES (1, '[{"name":"result","title":"处罚结果","titleEn":"Result","type":"TEXT"}]')
            """;
    private static final String PUBLIC_RECORDS = """
            INSERT INTO publication.public_record (record_no, public_id, section, item_code, item, item_en, title, supplier,
                legal_basis, decided_on, published_on, ends_on, form, content)
            SELECT r.record_no, s.public_id, r.section, r.item_code, '环境行政处罚', 'Environmental penalty', r.title,
                   '环保局', r.legal_basis, r.decided_on, r.decided_on + 1, r.ends_on,
                   1, '["责令改正违法行为"]'
              FROM registry.credit_record r JOIN registry.subject s ON s.id = r.subject_id
            """;

    private final int records;
    private final int ending;
    private final LocalDate day;

    /**
     * @param records how many
     * @param ending how many of them have the day as their last visible one
     */
    RunningPeriods(int records, int ending, LocalDate day) {
        this.records = records;
        this.ending = ending;
        this.day = day;
    }

    /** Writes them into an empty database. */
    void write(Connection owner) throws SQLException {
        int subjects = Math.max(1, records / RECORDS_OF_A_SUBJECT);
        try (Statement statement = owner.createStatement()) {
            statement.execute(FORM);
            run(owner, LOT, records, records, records);
            run(owner, SUBJECTS, subjects);
            run(owner, RECORDS.formatted(subjects), day, records / ending, day, day, records);
            statement.execute(PUBLIC_SUBJECTS);
            statement.execute("ALTER TABLE publication.public_record DISABLE TRIGGER USER");
            statement.execute(PUBLIC_RECORDS);
            statement.execute("ALTER TABLE publication.public_record ENABLE TRIGGER USER");
            for (String table : new String[] {
                "registry.credit_record", "registry.subject", "publication.public_record", "publication.public_subject"
            }) {
                statement.execute("VACUUM ANALYZE " + table);
            }
        }
    }

    private static void run(Connection owner, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
