package org.chengxin.intake.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.intake.control.RowRefusals;
import org.chengxin.intake.control.StatedNumbers;
import org.chengxin.intake.control.SubjectAssignment;
import org.chengxin.intake.control.UnmatchedReading;
import org.chengxin.intake.control.UnmatchedReading.Reference;
import org.chengxin.intake.entity.SettlementAction;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.text.Masking;
import org.chengxin.organisation.boundary.AccessLog;
import org.chengxin.organisation.boundary.CurrentActor;
import org.chengxin.subject.boundary.PersonReference;
import org.chengxin.subject.boundary.SubjectMatch;
import org.chengxin.subject.boundary.SubjectQuery;
import org.chengxin.subject.boundary.SubjectRegister;
import org.chengxin.subject.boundary.SubjectSource;
import org.chengxin.subject.entity.SubjectKind;

/**
 * The credit centre's queue of rows whose subject nobody found: matched by hand, sent back to the supplier, or given a
 * provisional subject. The centre says whom a row is about; what it says stays the supplier's (谁提供谁更正).
 */
@Stateless
@RolesAllowed(Role.Names.CENTRE)
public class UnmatchedQueue {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    CurrentActor currentActor;

    @Inject
    AccessLog accessLog;

    @Inject
    SubjectRegister subjects;

    @Inject
    Catalogue catalogue;

    @Inject
    SubjectAssignment assignment;

    @Inject
    RowRefusals refusals;

    @Inject
    LotNews news;

    /**
     * Groups of waiting rows by name.
     *
     * @param fragment of the name or code; null or empty for all
     * @param afterId id of the group to go on after; null at the beginning
     * @throws BusinessRefusal INVALID CURSOR_INVALID for an id of nothing
     */
    public List<UnmatchedGroup> groups(String fragment, String afterId, int most) {
        Reference after = afterId == null
                ? null
                : reading().find(afterId).orElseThrow(() -> BusinessRefusal.invalid("CURSOR_INVALID"));
        String asked = StatedReason.clean(fragment);
        accessLog.viewed(currentActor.get(), "UNMATCHED_ROWS", Masking.maskIdsIn(asked));
        return reading().groups(asked, after, most);
    }

    /**
     * A group that waits.
     *
     * @throws BusinessRefusal NOT_FOUND GROUP_UNKNOWN, also when it is settled
     */
    public UnmatchedGroup group(String groupId) {
        accessLog.viewed(currentActor.get(), "UNMATCHED_GROUP", StatedReason.clean(groupId));
        return reading()
                .group(reading().reference(groupId))
                .orElseThrow(() -> BusinessRefusal.notFound("GROUP_UNKNOWN"));
    }

    /**
     * Rows of a group, oldest lot first; empty for a group that is settled.
     *
     * @param afterSubmission number of the lot and
     * @param afterRow row to go on after; null and 0 at the beginning
     * @throws BusinessRefusal NOT_FOUND GROUP_UNKNOWN
     */
    public List<UnmatchedRow> rows(String groupId, String afterSubmission, int afterRow, int most) {
        return reading().rows(reading().reference(groupId), StatedReason.clean(afterSubmission), afterRow, most);
    }

    /**
     * The rows are about this registered subject.
     *
     * @param subject public id of the subject, or a code that it has
     * @param reason why it is the one; required, since nothing in the register says so
     * @return how many rows go on
     * @throws BusinessRefusal NOT_FOUND GROUP_UNKNOWN or SUBJECT_UNKNOWN; INVALID REASON_REQUIRED,
     *     REQUIRED subject, TOO_LONG
     */
    public int match(String groupId, String subject, String reason) {
        String stated = StatedReason.required(reason);
        String named = StatedReason.clean(subject).strip();
        if (named.isEmpty()) {
            throw BusinessRefusal.invalid("REQUIRED", "subject");
        }
        Long id = subjects.idOf(named)
                .or(() -> byCode(named))
                .orElseThrow(() -> BusinessRefusal.notFound("SUBJECT_UNKNOWN", named));
        return assign(reading().reference(groupId), id, SettlementAction.MATCH, stated);
    }

    private Optional<Long> byCode(String text) {
        SubjectCode.Classified code = SubjectCode.classify(text);
        if (!code.kind().isCode()) {
            return Optional.empty();
        }
        SubjectMatch match =
                subjects.match(List.of(new SubjectQuery(List.of(code), null))).get(0);
        return match.found() ? Optional.of(match.subjectId()) : Optional.empty();
    }

    /**
     * A provisional subject is opened for the rows; it is merged when its registration arrives.
     *
     * @param kind what the subject is, where neither code nor name says so for certain; may be null
     * @return how many rows go on
     * @throws BusinessRefusal NOT_FOUND GROUP_UNKNOWN; INVALID NAME_REQUIRED for rows without a name;
     *     NUMBER_OF_A_PERSON where their code is a citizen's number, since the public page would be a person's; what
     *     {@link SubjectRegister#openProvisional} refuses
     */
    public int openProvisional(String groupId, SubjectKind kind, String reason) {
        Reference reference = reading().reference(groupId);
        if (reference.name().isBlank()) {
            throw BusinessRefusal.invalid("NAME_REQUIRED");
        }
        String stated = StatedReason.optional(reason);
        waiting(reference);
        SubjectCode.Classified code = SubjectCode.classify(reference.code());
        // an individual business may pay taxes under a number that is made of its owner's, and is called by a name of
        // its own
        if (kind != SubjectKind.PERSON && code.isPersonal() && code.kind() != SubjectCode.Kind.TAXPAYER) {
            throw BusinessRefusal.invalid("NUMBER_OF_A_PERSON");
        }
        Long subject = subjects.openProvisional(
                reference.name(),
                code.kind().isCode() ? List.of(code) : List.of(),
                kind,
                stated,
                SubjectSource.byHand(currentActor.get()));
        return assign(reference, subject, SettlementAction.PROVISIONAL, stated);
    }

    /**
     * The rows are about a natural person, who is found or registered by number and is as little public as any person.
     *
     * @param number citizen's number; only looked at where the rows themselves hold none, may be null
     * @return how many rows go on
     * @throws BusinessRefusal NOT_FOUND GROUP_UNKNOWN; INVALID NAME_REQUIRED for rows without a name,
     *     PERSON_WITHOUT_NUMBER where there is no valid number; CONFLICT PERSON_NAMED_OTHERWISE where the number is
     *     registered and never with the rows' name, PERSON_NUMBERS_DIFFER where the rows hold several
     */
    public int openPerson(String groupId, String number, String reason) {
        Reference reference = reading().reference(groupId);
        if (reference.name().isBlank()) {
            throw BusinessRefusal.invalid("NAME_REQUIRED");
        }
        String stated = StatedReason.optional(reason);
        waiting(reference);
        String known = reference.code().isEmpty() ? numberOf(reference, number) : reference.code();
        Actor actor = currentActor.get();
        Long person = subjects.personNamed(new PersonReference(reference.name(), known), SubjectSource.byHand(actor));
        accessLog.viewed(actor, "PERSON_OPENED", Masking.id(known));
        return assign(reference, person, SettlementAction.MATCH, stated);
    }

    /** Rows of one name and different numbers are not about one person. */
    private String numberOf(Reference reference, String typed) {
        try {
            Set<String> inRows = new StatedNumbers(em.unwrap(Connection.class), catalogue::definition).of(reference);
            if (inRows.size() > 1) {
                throw BusinessRefusal.conflict("PERSON_NUMBERS_DIFFER", Masking.personName(reference.name()));
            }
            return inRows.isEmpty()
                    ? StatedReason.clean(typed).strip()
                    : inRows.iterator().next();
        } catch (SQLException e) {
            throw new IllegalStateException("waiting rows could not be read", e);
        }
    }

    /**
     * The rows go back to their suppliers with the reason.
     *
     * @return how many
     * @throws BusinessRefusal NOT_FOUND GROUP_UNKNOWN; INVALID REASON_REQUIRED
     */
    public int giveBack(String groupId, String reason) {
        String stated = StatedReason.required(reason);
        Actor actor = currentActor.get();
        int rows = 0;
        for (Map.Entry<Long, List<Integer>> lot :
                waiting(reading().reference(groupId)).entrySet()) {
            Submission submission = em.find(Submission.class, lot.getKey(), LockModeType.PESSIMISTIC_WRITE);
            int sentBack = refusals.reject(
                    submission, lot.getValue(), List.of("UNMATCHED"), SettlementAction.RETURN, actor, stated);
            if (sentBack > 0) {
                news.rowsReturned(submission, submission.round(), stated);
            }
            rows += sentBack;
        }
        return rows;
    }

    private int assign(Reference reference, Long subject, SettlementAction action, String reason) {
        int rows = 0;
        for (Map.Entry<Long, List<Integer>> lot : waiting(reference).entrySet()) {
            Map<Integer, Long> subjectIds = new HashMap<>();
            lot.getValue().forEach(row -> subjectIds.put(row, subject));
            rows += assignment.assign(lot.getKey(), subjectIds, action, currentActor.get(), reason);
        }
        return rows;
    }

    private Map<Long, List<Integer>> waiting(Reference reference) {
        Map<Long, List<Integer>> rows = reading().rowsByLot(reference);
        if (rows.isEmpty()) {
            throw BusinessRefusal.notFound("GROUP_UNKNOWN");
        }
        return rows;
    }

    private UnmatchedReading reading() {
        return new UnmatchedReading(em);
    }
}
