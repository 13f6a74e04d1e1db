package org.chengxin.publication.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Section;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.subject.boundary.SubjectView;
import org.chengxin.subject.entity.SubjectKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A secret of its own stands in every kind of record that is not public, and in every kind of field that is not. Whatever
 * the portal's role can read is read as a whole, and whatever the boundaries answer: none of the secrets is there.
 */
class CanaryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final String CITIZEN = "360426199101010071";
    private static final String CONTROL = "对照CONTROL";
    private static final Map<String, String> SECRETS = new TreeMap<>();
    private static final List<String> EVERYBODY = new ArrayList<>();

    private static PublicationBed bed;
    private static RecordsInMotion records;

    @BeforeAll
    static void hideTheSecrets() throws IOException, SQLException {
        bed = new PublicationBed(TODAY.minusDays(1));
        records = new RecordsInMotion(bed);

        SubjectView government = subject(1, "GOVERNMENT");
        CreditRecord held = decided(government, DisclosureScope.GOVERNMENT, "held for the government");
        held.hold(records.step());
        SubjectView authorised = subject(2, "AUTHORISED");
        CreditRecord restricted = decided(authorised, DisclosureScope.AUTHORISED, "held for those authorised");
        restricted.hold(records.step());
        SubjectView undetermined = subject(3, "UNDETERMINED");
        CreditRecord withheld = decided(undetermined, DisclosureScope.UNDETERMINED, "withheld");
        withheld.withhold(records.step());
        CreditRecord waiting = records.admitted(subject(4, "INREVIEW"), content("in review"));
        SubjectView person = records.subject(5, SubjectKind.PERSON, "某人" + secret("person", "PERSON"));
        CreditRecord ofPerson = records.published(person, content("of a person"), null);
        SubjectView ended = subject(6, "ENDED");
        CreditRecord over = records.published(ended, content("ended"), TODAY.plusDays(9));
        SubjectView revised = subject(7, "REVISED");
        CreditRecord changing = records.published(revised, content("revised"), null);
        SubjectView late = subject(8, "LATE");
        // its last day was yesterday and nobody has ended it
        CreditRecord notYetEnded = records.published(late, content("over and not yet ended"), TODAY.minusDays(1));

        SubjectView open = records.subject(9, SubjectKind.ENTERPRISE, "公开" + CONTROL + "有限公司");
        CreditRecord shown = records.published(
                open,
                "{\"documentNo\":\"" + CONTROL + "\",\"facts\":\"经办 " + CITIZEN + " 备查\",\"handler\":\"王"
                        + secret("personal field", "HANDLER") + "\",\"handlerId\":\"" + CITIZEN + "\",\"remark\":\""
                        + secret("field that is not disclosed", "REMARK") + "\"}",
                null);
        SECRETS.put("citizen's number", CITIZEN);
        CreditRecord lateOfOpen =
                records.published(open, content("over, of a subject that is still shown"), TODAY.minusDays(1));
        CreditRecord heldOfOpen = decided(open, DisclosureScope.GOVERNMENT, "held, of a subject that is shown");
        heldOfOpen.hold(records.step());
        EVERYBODY.addAll(List.of("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9"));

        records.changed(
                held,
                restricted,
                withheld,
                waiting,
                ofPerson,
                over,
                changing,
                notYetEnded,
                shown,
                lateOfOpen,
                heldOfOpen);
        over.end(records.step());
        records.revised(changing);
        records.changed(over, changing);
        bed.be(TODAY);
    }

    private static SubjectView subject(long id, String mark) throws SQLException {
        return records.subject(id, SubjectKind.ENTERPRISE, "甲" + secret("name, " + mark, "NAME" + mark) + "有限公司");
    }

    private static CreditRecord decided(SubjectView subject, DisclosureScope scope, String what) throws SQLException {
        return records.decided(records.admitted(subject, content(what)), scope, TODAY.plusDays(99));
    }

    private static String content(String what) {
        return "{\"documentNo\":\"" + secret(what, "DOC" + (SECRETS.size() + 100)) + "\"}";
    }

    private static String secret(String what, String word) {
        String secret = "金丝雀" + word;
        SECRETS.put(what, secret);
        return secret;
    }

    @AfterAll
    static void close() throws IOException {
        bed.close();
    }

    @BeforeEach
    void beginTheDay() throws SQLException {
        bed.be(TODAY);
    }

    @Test
    void thePortalsRoleReadsNoSecretInAnyTableOrView() throws SQLException {
        String all = dump();
        assertThat(all).as("what is public, so that the search is no empty one").contains(CONTROL);
        assertNoSecret(all);
    }

    @Test
    void aDayEarlierWhatWasStillPublicWasThere() throws SQLException {
        bed.be(TODAY.minusDays(1));
        assertThat(dump())
                .contains(SECRETS.get("over and not yet ended"), SECRETS.get("name, LATE"))
                .doesNotContain(SECRETS.get("ended"), SECRETS.get("held for the government"));
    }

    @Test
    void noBoundaryAnswersWithASecret() {
        PublicRegister register = bed.register();
        PublicLists lists = bed.lists();
        StringBuilder all = new StringBuilder();
        for (String wanted : SECRETS.values()) {
            SearchAnswer answer = register.search(wanted, null, 200);
            assertThat(answer.hits().items()).as(wanted).isEmpty();
            assertThat(register.suggest(wanted)).as(wanted).isEmpty();
            assertThat(register.subject(wanted)).isEmpty();
            assertThat(register.subjectById(wanted)).isEmpty();
        }
        all.append(register.search("金丝雀", null, 200).hits());
        all.append(register.search("有限公司", null, 200).hits());
        all.append(register.suggest("有限公司"));
        for (String publicId : EVERYBODY) {
            all.append(register.subjectById(publicId));
            all.append(register.fileById(publicId, FilePart.overview(200)));
            for (Section section : Section.values()) {
                all.append(register.fileById(publicId, FilePart.of(section, null, 200)));
            }
            all.append(register.records(publicId, null, null, 200));
        }
        for (Section section : Section.values()) {
            all.append(lists.latest(section, null, null, 200));
        }
        all.append(lists.latest(null, new Place("320000"), null, 200));
        all.append(lists.beginnings(1));
        lists.addresses("", null, all::append);
        assertThat(all.toString()).contains(CONTROL).contains("p9").doesNotContain("p1,", "p8,");
        assertNoSecret(all.toString());
    }

    private static void assertNoSecret(String all) {
        SECRETS.forEach(
                (what, secret) -> assertThat(all.contains(secret)).as(what).isFalse());
    }

    /** Every row of every table and view that the role can read, in every schema. */
    private static String dump() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection portal = bed.database().portal();
                Statement statement = portal.createStatement()) {
            List<String> relations = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(
                    "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c"
                            + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r','p','v','m','f','S')"
                            + " AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1")) {
                while (row.next()) {
                    relations.add(row.getString(1));
                }
            }
            assertThat(relations)
                    .contains("publication.public_record", "publication.visible_subject", "pg_catalog.pg_stats")
                    .doesNotContain("publication.public_subject", "publication.public_subject_code")
                    .noneMatch(relation -> relation.startsWith("registry.") || relation.startsWith("engine."));
            for (String relation : relations) {
                read(statement, relation, all);
            }
        }
        return all.toString();
    }

    private static void read(Statement statement, String relation, StringBuilder all) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT x::text FROM " + relation + " x")) {
            while (row.next()) {
                all.append(row.getString(1)).append('\n');
            }
        } catch (SQLException refused) {
            // some views of the catalogue ask for more than the right to read them
            assertThat(relation).startsWith("pg_catalog.");
            assertThat(refused.getSQLState()).as(relation).isEqualTo("42501");
        }
    }
}
