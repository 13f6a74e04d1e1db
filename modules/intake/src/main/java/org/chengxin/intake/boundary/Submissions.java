package org.chengxin.intake.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.boundary.CatalogueEntry;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.control.ConfirmedLayout;
import org.chengxin.intake.control.CorrectionFile;
import org.chengxin.intake.control.HeaderMapping;
import org.chengxin.intake.control.Limits;
import org.chengxin.intake.control.LotReading;
import org.chengxin.intake.control.LotStore;
import org.chengxin.intake.control.MappingProposal;
import org.chengxin.intake.control.ResentRows;
import org.chengxin.intake.control.RowReading;
import org.chengxin.intake.control.RowSource;
import org.chengxin.intake.control.TabularReader;
import org.chengxin.intake.control.UnreadableFile;
import org.chengxin.intake.entity.LotDescription;
import org.chengxin.intake.entity.Submission;
import org.chengxin.intake.entity.SubmissionState;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CurrentActor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sending lots and following them (F01, F02). What can be seen at once is refused at once and leaves nothing; what is
 * taken is durable, with its file and every raw row, when the method returns.
 */
@Stateless
@RolesAllowed({
    Role.Names.CLERK,
    Role.Names.SUPPLIER_SYSTEM,
    Role.Names.REVIEWER,
    Role.Names.SUPERVISOR,
    Role.Names.SECRECY_OFFICER,
    Role.Names.CENTRE,
    Role.Names.AUDITOR
})
public class Submissions {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    @Inject
    CurrentActor currentActor;

    @Inject
    Catalogue catalogue;

    @Inject
    LotProcess process;

    @Inject
    @ConfigProperty(name = "chengxin.lot.max-bytes", defaultValue = "268435456")
    long maxBytes;

    @Inject
    @ConfigProperty(name = "chengxin.lot.max-rows", defaultValue = "1000000")
    long maxRows;

    /**
     * What is said with a lot.
     *
     * @param scope for the whole lot; null for nothing, or for that of the lot that it corrects
     * @param historicDocument number of the superior's approval of a historic import (F20); null for none, or for that of
     *     the lot that it corrects
     * @param idempotencyKey null for none
     * @param channel API, CONSOLE or FORM
     * @param corrects number of the lot whose lost rows it brings again; null for none, or for what its rows say
     */
    public record Statement(
            String itemCode,
            DisclosureScope scope,
            String historicDocument,
            String idempotencyKey,
            String channel,
            String corrects) {}

    /**
     * @param created false when the same lot, by key or content, was already taken: this is the first answer
     */
    public record Receipt(SubmissionView submission, boolean created) {}

    /** The largest file that is taken, in bytes. */
    @PermitAll
    public long maxBytes() {
        return maxBytes;
    }

    /**
     * Takes a lot.
     *
     * @throws BusinessRefusal NOT_FOUND ITEM_UNKNOWN, or SUBMISSION_UNKNOWN of the lot to be corrected; FORBIDDEN
     *     NOT_SUPPLIER; INVALID REQUIRED_COLUMN_MISSING, CORRECTS_OTHER_ITEM or CORRECTS_SCOPES_DIFFER
     * @throws MappingRequired when this layout was never confirmed
     * @throws UnreadableFile when it is no table that can be read
     */
    @RolesAllowed({Role.Names.CLERK, Role.Names.SUPPLIER_SYSTEM})
    public Receipt submit(Statement statement, LotFile file) {
        Actor clerk = currentActor.get();
        CatalogueEntry item = catalogue.item(statement.itemCode());
        if (!item.suppliedBy(clerk.organisationId())) {
            throw BusinessRefusal.forbidden("NOT_SUPPLIER", statement.itemCode());
        }
        oneAtATime(clerk.organisationId());
        Optional<Submission> earlier = earlier(clerk.organisationId(), item, statement.idempotencyKey(), file.sha256());
        if (earlier.isPresent()) {
            return new Receipt(view(earlier.get()), false);
        }
        try (RowSource source = CorrectionFile.orAsItIs(
                TabularReader.open(file.file(), file.mediaType(), Limits.STANDARD.with(maxBytes, maxRows)))) {
            HeaderMapping mapping = mapping(item, clerk.organisationId(), source);
            Submission lot = new Submission(
                    number(),
                    new LotDescription(
                            item.itemId(),
                            item.code(),
                            item.versionId(),
                            statement.channel(),
                            file.fileName(),
                            file.mediaType() == null ? "application/octet-stream" : file.mediaType(),
                            file.sha256(),
                            file.size(),
                            statement.idempotencyKey(),
                            statement.scope(),
                            statement.historicDocument(),
                            mapping.toJson().toString()),
                    clerk,
                    now());
            em.persist(lot);
            em.flush();
            LotStore store = new LotStore(em.unwrap(Connection.class), lot.id(), lot.receivedAt());
            store.keepFile(file.file());
            ResentRows resent = new ResentRows(em.unwrap(Connection.class), lot, source);
            if (statement.corrects() != null) {
                resent.corrects(statement.corrects());
            }
            int rows = store.keepRows(source, resent);
            resent.write();
            if (rows == 0) {
                throw new UnreadableFile(UnreadableFile.Reason.EMPTY);
            }
            lot.holds(rows);
            process.start(lot.no());
            return new Receipt(view(lot), true);
        } catch (SQLException e) {
            throw new IllegalStateException("the lot could not be stored", e);
        }
    }

    /**
     * A lot that the caller may see: its supplier's people, the centre, the auditor.
     *
     * @throws BusinessRefusal NOT_FOUND SUBMISSION_UNKNOWN, also for lots the caller may not know of
     */
    public SubmissionView get(String no) {
        return view(visible(no));
    }

    /** Findings of a lot, by row, from after a position on. */
    public List<FindingView> findings(String no, int afterRow, int afterSeq, int most) {
        Submission lot = visible(no);
        return reading().findings(lot, catalogue.definition(lot.itemVersionId()), afterRow, afterSeq, most);
    }

    /**
     * The item as the lot was checked by it, whatever has become of it since.
     *
     * @throws BusinessRefusal NOT_FOUND SUBMISSION_UNKNOWN
     */
    public ItemDefinition definition(String no) {
        return catalogue.definition(visible(no).itemVersionId());
    }

    /**
     * The receipt of each row of a lot, in the order of the file.
     *
     * @param outcome only rows that have it; null for all
     * @param afterRow from after this row on
     */
    public List<RowView> rows(String no, String outcome, int afterRow, int most) {
        return new RowReading(em, visible(no)).receipts(outcome, null, afterRow, most);
    }

    /** The lots that the caller may see, latest first, from before a key on. */
    public List<SubmissionView> latest(Long beforeId, SubmissionState state, int most) {
        return latest(beforeId, state, null, most);
    }

    /**
     * The lots that the caller may see, latest first, from before a key on; as many statements for many as for one.
     *
     * @param itemCode only lots of this item; null for all
     */
    public List<SubmissionView> latest(Long beforeId, SubmissionState state, String itemCode, int most) {
        Actor actor = currentActor.get();
        Long organisation = seesAll(actor) ? null : actor.organisationId();
        return reading().views(reading().latest(organisation, beforeId, state, itemCode, most), catalogue::definition);
    }

    /** The key to go on from after a lot in {@link #latest}. */
    public Long position(String no) {
        return visible(no).id();
    }

    private HeaderMapping mapping(CatalogueEntry item, Long organisation, RowSource source) {
        HeaderMapping mapping = ConfirmedLayout.of(catalogue, item, organisation, source)
                .map(ConfirmedLayout::mapping)
                .orElseThrow(() ->
                        new MappingRequired(item.code(), MappingProposal.propose(item.definition(), source.header())));
        List<HeaderMapping.Problem> problems = mapping.problems(item.definition());
        if (!problems.isEmpty()) {
            throw BusinessRefusal.invalid(
                    problems.get(0).fault().name(), problems.get(0).detail());
        }
        return mapping;
    }

    /** Two requests of one department with the same lot: the second waits and finds the first. */
    private void oneAtATime(Long organisation) {
        em.createNativeQuery("SELECT pg_advisory_xact_lock(26, ?1)::text")
                .setParameter(1, organisation.intValue())
                .getSingleResult();
    }

    private Optional<Submission> earlier(Long organisation, CatalogueEntry item, String key, String sha256) {
        if (key != null) {
            Optional<Submission> byKey = em.createNamedQuery("Submission.byKey", Submission.class)
                    .setParameter("organisation", organisation)
                    .setParameter("key", key)
                    .getResultStream()
                    .findFirst();
            if (byKey.isPresent()) {
                return byKey;
            }
        }
        return em.createNamedQuery("Submission.byContent", Submission.class)
                .setParameter("organisation", organisation)
                .setParameter("item", item.itemId())
                .setParameter("sha256", sha256)
                .setParameter("again", Set.of(SubmissionState.RETURNED, SubmissionState.REFUSED))
                .getResultStream()
                .findFirst();
    }

    private String number() {
        Number next = (Number)
                em.createNativeQuery("SELECT nextval('submission_number_seq')").getSingleResult();
        return "L" + clock.today().format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%06d", next.longValue());
    }

    /** The database keeps microseconds; the lot's moment is part of the key of its rows. */
    private Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private Submission visible(String no) {
        Actor actor = currentActor.get();
        return em.createNamedQuery("Submission.byNo", Submission.class)
                .setParameter("no", no)
                .getResultStream()
                .filter(lot -> seesAll(actor) || actor.actsFor(lot.organisationId()))
                .findFirst()
                .orElseThrow(() -> BusinessRefusal.notFound("SUBMISSION_UNKNOWN", no));
    }

    private static boolean seesAll(Actor actor) {
        return actor.has(Role.CENTRE) || actor.has(Role.AUDITOR);
    }

    private SubmissionView view(Submission lot) {
        return reading().views(List.of(lot), catalogue::definition).get(0);
    }

    private LotReading reading() {
        return new LotReading(em);
    }
}
