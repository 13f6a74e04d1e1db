package org.chengxin.intake.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.intake.control.SampleDraw;
import org.chengxin.intake.control.SamplingPlan;
import org.chengxin.intake.control.ShownRows;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.AccessLog;
import org.chengxin.subject.boundary.SubjectRegister;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The random sample of a lot's review (GB/T 2828.1-2012): drawn once, when somebody first asks for it, and from then on
 * the same for everybody. Called by the review, which knows who may see the lot, inside its transaction.
 */
@ApplicationScoped
public class LotSamples {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    @Inject
    Catalogue catalogue;

    @Inject
    SubjectRegister subjects;

    @Inject
    AccessLog accessLog;

    @Inject
    @ConfigProperty(name = "chengxin.review.sample.level", defaultValue = "I")
    SamplingPlan.Level level;

    @Inject
    @ConfigProperty(name = "chengxin.review.sample.aql", defaultValue = "1.0")
    BigDecimal limit;

    private final SecureRandom random = new SecureRandom();

    /**
     * A page of the sample, which counts as looked at while the review goes on, and which is logged.
     *
     * @param review the task in which it is looked at
     * @param open whether the review still goes on: otherwise none is drawn any more, and no look counts
     * @param afterRow from after this row on
     * @param most rows of the page; 0 to hear only how far the actor is
     * @throws BusinessRefusal NOT_FOUND SAMPLE_NONE when the review ended without one
     */
    public ReviewSample look(String lotNo, String review, boolean open, Actor actor, int afterRow, int most) {
        Submission lot = lot(lotNo);
        try {
            SampleDraw draws = draws();
            SampleDraw.Drawn drawn = drawn(draws, lot, review, open, actor);
            List<SampleDraw.Row> found = draws.rows(drawn, lot.receivedAt(), actor.username(), afterRow, most + 1);
            boolean more = found.size() > most;
            List<SampleDraw.Row> page = more ? found.subList(0, most) : found;
            OffsetDateTime now = now();
            if (open) {
                draws.look(drawn, unseen(page), actor, now);
            }
            if (!page.isEmpty()) {
                accessLog.viewed(
                        actor,
                        "SAMPLE",
                        lotNo + ":" + page.get(0).rowNo() + "-"
                                + page.get(page.size() - 1).rowNo());
            }
            SampleDraw.Progress progress = draws.progress(
                    drawn,
                    actor.username(),
                    page.isEmpty() ? 0 : page.get(0).rowNo(),
                    page.isEmpty() ? 0 : page.get(page.size() - 1).rowNo());
            SamplingPlan plan = drawn.plan();
            return new ReviewSample(
                    drawn.lotSize(),
                    plan.size(),
                    drawn.level(),
                    drawn.limit(),
                    plan.codeLetter(),
                    plan.acceptance(),
                    drawn.seed(),
                    drawn.at(),
                    progress.seen(),
                    progress.place(),
                    progress.previous(),
                    progress.firstUnseen(),
                    shown(lot, page, open ? now : null),
                    more);
        } catch (SQLException e) {
            throw failed(lotNo, e);
        }
    }

    private static List<Integer> unseen(List<SampleDraw.Row> page) {
        return page.stream()
                .filter(row -> row.seenAt() == null)
                .map(SampleDraw.Row::rowNo)
                .toList();
    }

    /**
     * What was not looked at is approved only by who has looked at the sample.
     *
     * @param stated whether the actor says so; who says the contrary is not asked further
     * @throws BusinessRefusal CONFLICT SAMPLE_UNSEEN with how many are left, of how many
     */
    public void refuseUnseen(String lotNo, String review, Actor actor, boolean stated) {
        Submission lot = lot(lotNo);
        try {
            SampleDraw draws = draws();
            SampleDraw.Drawn drawn = drawn(draws, lot, review, true, actor);
            int unseen = drawn.plan().size() - (stated ? draws.seen(drawn, actor.username()) : 0);
            if (unseen > 0) {
                throw BusinessRefusal.conflict(
                        "SAMPLE_UNSEEN", unseen, drawn.plan().size());
            }
        } catch (SQLException e) {
            throw failed(lotNo, e);
        }
    }

    private SampleDraw.Drawn drawn(SampleDraw draws, Submission lot, String review, boolean open, Actor actor)
            throws SQLException {
        SampleDraw.Drawn kept = draws.of(lot, review, open).orElse(null);
        if (kept == null && !open) {
            throw BusinessRefusal.notFound("SAMPLE_NONE", lot.no());
        }
        return kept != null ? kept : draws.draw(lot, review, level, limit, random::nextLong, actor, now());
    }

    private List<ReviewSample.Row> shown(Submission lot, List<SampleDraw.Row> page, OffsetDateTime now) {
        ShownRows readable =
                new ShownRows(lot, page.stream().map(SampleDraw.Row::staged).toList(), catalogue, subjects);
        List<ReviewSample.Row> rows = new ArrayList<>();
        for (SampleDraw.Row row : page) {
            rows.add(new ReviewSample.Row(
                    row.staged().rowNo(),
                    readable.title(row.staged()),
                    readable.subjectName(row.staged()),
                    readable.fields(row.staged()),
                    row.seenAt() == null ? now : row.seenAt()));
        }
        return rows;
    }

    private Submission lot(String no) {
        return em.createNamedQuery("Submission.byNo", Submission.class)
                .setParameter("no", no)
                .getSingleResult();
    }

    private SampleDraw draws() {
        return new SampleDraw(em.unwrap(Connection.class));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static IllegalStateException failed(String lotNo, SQLException e) {
        return new IllegalStateException("the sample of " + lotNo + " could not be read", e);
    }
}
