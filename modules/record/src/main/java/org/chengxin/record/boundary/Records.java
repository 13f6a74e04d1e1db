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
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.organisation.boundary.AccessLog;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.organisation.boundary.Organisations;
import org.chengxin.record.control.ContentFields;
import org.chengxin.record.control.ReadingRights;
import org.chengxin.record.control.RecordLedger;
import org.chengxin.record.control.RecordReading;
import org.chengxin.record.control.SheetReading;
import org.chengxin.record.entity.CreditRecord;
import org.chengxin.subject.boundary.SubjectRegister;
import org.chengxin.subject.boundary.SubjectView;

/**
 * Records as officials read them. The supplier's people, the centre and the auditor see every state; other departments
 * see what is public or shared among government. Every look is logged.
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
public class Records {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

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
     * A record with content and provenance; what is personal is masked for everybody.
     *
     * @throws BusinessRefusal NOT_FOUND RECORD_UNKNOWN, also for records the caller may not know of
     */
    public RecordView get(String recordNo) {
        CreditRecord record = visible(recordNo);
        ItemDefinition item = catalogue.definition(record.origin().itemVersionId());
        RecordReading reading = new RecordReading(em);
        SubjectView subject = subjects.views(List.of(record.subjectId())).get(record.subjectId());
        boolean person = !subject.kind().mayBePublic();
        // as the page without the wish for personal values; codes as they are kept, for machines read them
        ContentFields fields = new ContentFields(Map.of(), true, person);
        ContentFields.Content content = reading.content(record, item);
        return RecordReading.view(
                        record,
                        item,
                        organisations.get(record.organisationId()).name(),
                        RecordReading.subject(subject, person),
                        fields.title(record.title(), content))
                .with(
                        fields.fields(content).stream()
                                .map(field -> new RecordView.Field(
                                        field.name(), field.title(), field.titleEn(), field.value(), field.personal()))
                                .toList(),
                        reading.provenance(record));
    }

    /**
     * Every event of a record in the order in which they happened to it.
     *
     * @throws BusinessRefusal NOT_FOUND RECORD_UNKNOWN
     */
    public List<EventView> history(String recordNo) {
        return history(recordNo, 0, Integer.MAX_VALUE).events();
    }

    /**
     * A page of the events of a record in the order in which they happened to it.
     *
     * @param after position that the page before gave to go on from; 0 for the beginning
     * @throws BusinessRefusal NOT_FOUND RECORD_UNKNOWN
     */
    public EventPage history(String recordNo, long after, int limit) {
        CreditRecord record = visible(recordNo);
        try {
            EventPage page = new SheetReading(em.unwrap(Connection.class), record.id()).events(after, limit);
            return new EventPage(new ReadingRights(currentActor.get()).shown(record, page.events()), page.next());
        } catch (SQLException e) {
            throw new IllegalStateException("events of a record could not be read", e);
        }
    }

    private CreditRecord visible(String recordNo) {
        Actor actor = currentActor.get();
        CreditRecord record = new ReadingRights(actor).known(recordNo, ledger);
        // also of a public one: events, provenance and fields that are not disclosed are more than the portal shows
        accessLog.viewed(actor, "RECORD", recordNo);
        return record;
    }
}
