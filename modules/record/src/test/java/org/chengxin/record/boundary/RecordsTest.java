package org.chengxin.record.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.Section;
import org.chengxin.organisation.boundary.AccessLog;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.organisation.boundary.OrganisationSummary;
import org.chengxin.organisation.boundary.Organisations;
import org.chengxin.record.control.RecordLedger;
import org.chengxin.record.entity.AdmittedRow;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.record.entity.LotContext;
import org.chengxin.record.entity.RecordState;
import org.chengxin.record.entity.Step;
import org.chengxin.record.entity.SupplierStatement;
import org.chengxin.subject.boundary.SubjectRegister;
import org.chengxin.subject.boundary.SubjectView;
import org.chengxin.subject.entity.SubjectKind;
import org.junit.jupiter.api.Test;

/** What an official reads of a record through the interface, and that it is logged. */
class RecordsTest {

    private static final long SUPPLIER = 7;
    private static final long OTHER = 8;
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final ItemDefinition ITEM = ItemDefinition.fromJson("""
            {"code": "X", "version": 1, "name": "例", "sectionRule": "OTHER", "dedupeKey": ["subject"], "fields": [
              {"name": "name", "title": "名称", "required": true, "meaning": "SUBJECT_NAME"},
              {"name": "code", "title": "代码", "type": "SUBJECT_CODE", "meaning": "SUBJECT_CODE"},
              {"name": "handler", "title": "经办人", "personal": true},
              {"name": "facts", "title": "事实", "type": "LONG_TEXT"}]}""");
    private static final String CONTENT = """
            {"name": "诸葛小明", "code": "360426199101010071", "handler": "王一", "facts": "诸葛小明电话13812345678"}""";

    private final List<String> looks = new ArrayList<>();

    @Test
    void of_a_person_neither_name_nor_number_nor_telephone_is_read_by_anybody() {
        RecordView view = records(SUPPLIER, Role.CLERK, SubjectKind.PERSON).get("R1");

        assertThat(view.subject().name()).isEqualTo("诸葛某某");
        assertThat(view.subject().code()).isNull();
        assertThat(view.legalBasis()).isEqualTo("法第一条，问138****5678");
        assertThat(view.title()).isEqualTo("诸葛某某、王某某、360426********0071");
        assertThat(view.content())
                .extracting(RecordView.Field::value)
                .containsExactly("诸葛某某", "360426********0071", "王某某", "诸葛某某电话138****5678");
    }

    @Test
    void an_organisation_is_named_but_nobody_who_works_there() {
        RecordView view =
                records(OTHER, Role.DEPARTMENT_USER, SubjectKind.ENTERPRISE).get("R1");

        assertThat(view.subject().name()).isEqualTo("诸葛小明");
        assertThat(view.title()).isEqualTo("诸葛小明、王某某、360426********0071");
        assertThat(view.content()).extracting(RecordView.Field::value).contains("王某某", "诸葛小明电话138****5678");
    }

    @Test
    void a_record_that_is_there_and_one_that_is_not_are_refused_alike_and_unlogged() {
        for (String number : List.of("R1", "R2")) {
            assertThatThrownBy(() -> records(OTHER, Role.CLERK, SubjectKind.ENTERPRISE, undecided())
                            .get(number))
                    .isInstanceOf(BusinessRefusal.class)
                    .hasMessage("RECORD_UNKNOWN [" + number + "]");
        }
        assertThat(looks).isEmpty();
    }

    @Test
    void every_look_is_logged_also_at_what_is_public() {
        Records records = records(OTHER, Role.DEPARTMENT_USER, SubjectKind.ENTERPRISE);

        records.get("R1");
        records.history("R1");
        records.history("R1", 0, 10);

        assertThat(looks).containsExactly("RECORD R1", "RECORD R1", "RECORD R1");
    }

    @Test
    void why_an_officer_ruled_is_not_for_every_official() {
        List<EventView> others =
                records(OTHER, Role.CENTRE, SubjectKind.ENTERPRISE).history("R1");

        assertThat(others).extracting(EventView::activity).containsExactly("ApplyRuling", "PublishRecord");
        assertThat(others.get(0).reason()).isNull();
        assertThat(others.get(0).legalBasis()).isNull();
        assertThat(others.get(0).organisation()).isEqualTo("环保局");
        assertThat(others.get(1).reason()).isEqualTo("why");
        assertThat(records(OTHER, Role.CENTRE, SubjectKind.ENTERPRISE)
                        .history("R1", 0, 10)
                        .events()
                        .get(0)
                        .reason())
                .isNull();
        assertThat(records(SUPPLIER, Role.SECRECY_OFFICER, SubjectKind.ENTERPRISE)
                        .history("R1")
                        .get(0)
                        .reason())
                .isEqualTo("why");
    }

    private Records records(long organisation, Role role, SubjectKind kind) {
        return records(organisation, role, kind, published());
    }

    private Records records(long organisation, Role role, SubjectKind kind, CreditRecord only) {
        Actor actor = new Actor(1L, "x", "某", organisation, "c", "n", Set.of(role));
        Records records = new Records();
        records.em = database();
        records.ledger = new RecordLedger() {
            private static final long serialVersionUID = 1L;

            @Override
            public Optional<CreditRecord> find(String recordNo) {
                return Optional.of(only).filter(record -> record.recordNo().equals(recordNo));
            }
        };
        records.currentActor = new CurrentActor() {
            @Override
            public Actor get() {
                return actor;
            }
        };
        records.catalogue = new Catalogue() {
            @Override
            public ItemDefinition definition(Long versionId) {
                return ITEM;
            }
        };
        records.organisations = new Organisations() {
            @Override
            public OrganisationSummary get(Long id) {
                return new OrganisationSummary(id, "env", "环保局", "环保", "Env", null, null, "320500", null, null);
            }
        };
        records.subjects = new SubjectRegister() {
            @Override
            public Map<Long, SubjectView> views(Collection<Long> ids) {
                return Map.of(
                        1L,
                        new SubjectView(
                                1L, "p", kind, "诸葛小明", List.of(), null, List.of(), "320500", null, false, false));
            }
        };
        records.accessLog = new AccessLog() {
            @Override
            public void viewed(Actor who, String objectKind, String objectId) {
                looks.add(objectKind + " " + objectId);
            }
        };
        return records;
    }

    private static CreditRecord published() {
        CreditRecord record = undecided();
        Step step = Step.of(NOW, Actor.process("CreditRecord"), "CreditRecord", "i", "a");
        record.setScope(DisclosureScope.PUBLIC, "r", step);
        record.classify(Section.OTHER, "r", step);
        record.publish(step);
        assertThat(record.state()).isEqualTo(RecordState.PUBLISHED);
        return record;
    }

    private static CreditRecord undecided() {
        Actor clerk = new Actor(1L, "clerk", "甲", SUPPLIER, null, null, Set.of());
        Actor reviewer = new Actor(2L, "reviewer", "乙", SUPPLIER, null, null, Set.of());
        SupplierStatement stated = new SupplierStatement(null, false, null, null, null, null, false, null, null);
        return CreditRecord.admit(
                new AdmittedRow(
                        2,
                        1L,
                        "R1",
                        1L,
                        CONTENT,
                        "h",
                        "k",
                        "诸葛小明、王一、360426199101010071",
                        "法第一条，问13812345678",
                        null,
                        stated,
                        null,
                        Map.of()),
                new LotContext(1L, "L1", 5L, "X", 6L, SUPPLIER, clerk, NOW, reviewer, NOW, null, false, "i"));
    }

    /** A database that knows the record's content, its lot and two events. */
    private static EntityManager database() {
        return stub(EntityManager.class, (method, argument) -> switch (method) {
            case "createNativeQuery" -> answer(argument);
            case "unwrap" -> connection();
            default -> throw new AssertionError(method);
        });
    }

    private static Query answer(String sql) {
        if (sql.contains("FROM record_content")) {
            return query(CONTENT);
        }
        assertThat(sql).contains("FROM submission");
        return query(new Object[] {"L1", "a.csv"});
    }

    private static Connection connection() {
        return stub(Connection.class, (method, sql) -> {
            assertThat(sql).contains("FROM credit_record_event");
            return stub(PreparedStatement.class, (call, argument) -> switch (call) {
                case "setLong", "close" -> null;
                case "executeQuery" -> rows(event("ApplyRuling", 1L), event("PublishRecord", 2L));
                default -> throw new AssertionError(call);
            });
        });
    }

    private static ResultSet rows(Object[]... rows) {
        Iterator<Object[]> left = List.of(rows).iterator();
        Object[][] row = new Object[1][];
        return stub(ResultSet.class, (method, argument) -> switch (method) {
            case "next" -> {
                boolean more = left.hasNext();
                row[0] = more ? left.next() : null;
                yield more;
            }
            case "close" -> null;
            default -> row[0][Integer.parseInt(argument) - 1];
        });
    }

    private static Object[] event(String activity, long id) {
        return new Object[] {
            id, NOW.atOffset(ZoneOffset.UTC), "T", "A", "B", "x", "环保局", "CreditRecord", activity, "law", "why", null
        };
    }

    private static Query query(Object one) {
        Query[] self = new Query[1];
        self[0] = stub(Query.class, (method, argument) -> switch (method) {
            case "setParameter" -> self[0];
            case "getSingleResult" -> one;
            default -> throw new AssertionError(method);
        });
        return self[0];
    }

    private interface Answers {
        Object to(String method, String firstArgument);
    }

    private static <T> T stub(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        answers.to(method.getName(), arguments == null ? null : String.valueOf(arguments[0]))));
    }
}
