package org.chengxin.record.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.AccessLog;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.organisation.boundary.Organisations;
import org.chengxin.record.control.ContentFields;
import org.chengxin.record.control.ListReading;
import org.chengxin.record.control.ReadingRights;
import org.chengxin.record.control.RecordLedger;
import org.chengxin.record.control.RecordReading;
import org.chengxin.record.control.SheetReading;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.subject.boundary.SubjectRegister;
import org.chengxin.subject.boundary.SubjectView;

/**
 * Pages of records for officials: one record with all that is known of it, and lists. A record's page always shows what is
 * not public (events, provenance, fields that are not disclosed), so every look at one is logged.
 */
@Stateless
@RolesAllowed({
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.SUPERVISOR,
    Role.Names.SECRECY_OFFICER,
    Role.Names.CENTRE,
    Role.Names.AUDITOR,
    Role.Names.DEPARTMENT_USER,
    Role.Names.WINDOW
})
public class RecordSheets {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    @Inject
    RecordLedger ledger;

    @Inject
    CurrentActor currentActor;

    @Inject
    Catalogue catalogue;

    @Inject
    Organisations organisations;

    @Inject
    SubjectRegister subjects;

    @Inject
    AccessLog accessLog;

    /**
     * All that the page of a record shows. The number of statements does not depend on how many versions and events there
     * are.
     *
     * @throws BusinessRefusal NOT_FOUND RECORD_UNKNOWN, also for records the caller may not know of; FORBIDDEN
     *     NOT_SUPPLIER for personal values that the caller may not ask for
     */
    public RecordSheet sheet(RecordSheet.Wish wish) {
        Actor actor = currentActor.get();
        ReadingRights rights = new ReadingRights(actor);
        CreditRecord record = rights.known(wish.recordNo(), ledger);
        if (wish.unmasked() && !rights.mayUnmask(record)) {
            throw BusinessRefusal.forbidden("NOT_SUPPLIER", record.itemCode());
        }
        accessLog.viewed(actor, wish.unmasked() ? "RECORD_PERSONAL" : "RECORD", record.recordNo());
        try {
            return sheet(record, rights, wish);
        } catch (SQLException e) {
            throw new IllegalStateException("a record could not be read", e);
        }
    }

    /** Records of the own organisation, for centre and auditor of all, latest first. */
    public RecordList list(RecordQuery query) {
        Actor actor = currentActor.get();
        accessLog.viewed(actor, "RECORD_LIST", query.toString());
        try {
            return new ListReading(connection(), new ReadingRights(actor)).list(query);
        } catch (SQLException e) {
            throw new IllegalStateException("records could not be listed", e);
        }
    }

    private RecordSheet sheet(CreditRecord record, ReadingRights rights, RecordSheet.Wish wish) throws SQLException {
        SheetReading reading = new SheetReading(connection(), record.id());
        boolean all = rights.mayCompare(record);
        int current = record.contentVersion();
        int after = all && wish.after() != null ? wish.after() : current;
        int before = all && wish.before() != null ? wish.before() : after - 1;
        Map<Integer, SheetReading.Kept> kept =
                reading.contents(all ? new TreeSet<>(List.of(before, after, current)) : Set.of(current));
        ContentFields.Content now = content(kept.get(current));
        SubjectView subject = subjects.views(List.of(record.subjectId())).get(record.subjectId());
        boolean person = !subject.kind().mayBePublic();
        ContentFields fields = new ContentFields(codeTables(kept), !wish.unmasked(), person);
        RecordSheet.Comparison comparison = all && kept.containsKey(before) && kept.containsKey(after)
                ? new RecordSheet.Comparison(
                        before, after, fields.compare(content(kept.get(before)), content(kept.get(after))))
                : null;
        EventPage events = reading.events(wish.afterEvent(), SheetReading.EVENTS);
        return new RecordSheet(
                RecordReading.view(
                        record,
                        now.item(),
                        organisations.get(record.organisationId()).name(),
                        RecordReading.subject(subject, person && !wish.unmasked()),
                        fields.title(record.title(), now)),
                fields.fields(now),
                reading.origin(record),
                new RecordSheet.Reasons(
                        now.item().sectionRule().name(), now.item().negative(), record.stated()),
                new Visibility(
                        record.scope(), record.state(), record.endsOn(), clock.today(), person, record.disputed()),
                reading.versions().stream()
                        .filter(version -> all || version.version() == current)
                        .toList(),
                comparison,
                new EventPage(rights.shown(record, events.events()), events.next()),
                rights.shown(record, reading.run()),
                !wish.unmasked(),
                rights.mayUnmask(record) && anyPersonal(now.item(), person));
    }

    private static boolean anyPersonal(ItemDefinition item, boolean person) {
        return person || item.fields().stream().anyMatch(field -> field.personal());
    }

    private ContentFields.Content content(SheetReading.Kept kept) {
        return new ContentFields.Content(catalogue.definition(kept.itemVersionId()), kept.json());
    }

    private Map<String, CodeTableDefinition> codeTables(Map<Integer, SheetReading.Kept> kept) {
        boolean needed = kept.values().stream()
                .map(version -> catalogue.definition(version.itemVersionId()))
                .flatMap(item -> item.fields().stream())
                .anyMatch(field -> field.type() == FieldType.CODE);
        return needed ? catalogue.codeTables() : Map.of();
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
