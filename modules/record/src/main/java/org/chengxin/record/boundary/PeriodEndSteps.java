package org.chengxin.record.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chengxin.record.control.PeriodClosing;
import org.chengxin.record.entity.Step;

/**
 * The steps of {@code period-end.bpmn} with records: what is past its last visible day goes to the archive. They run in
 * the process's transaction and work on whole chunks, with the same few statements for one record and for a thousand.
 */
@ApplicationScoped
public class PeriodEndSteps {

    /** Records a transaction: some tenths of a second, so that nobody who decides one of them waits long. */
    public static final int CHUNK = 1_000;

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    Event<RecordsEnded> ended;

    /**
     * What is past its last visible day and not ended yet.
     *
     * @param oldest the earliest of the last visible days; null if there is no such record
     */
    public record Due(long records, LocalDate oldest) {}

    /**
     * A run.
     *
     * @param processInstanceId under which its events stand
     * @param startedAt when it counted what was due
     * @param from the earliest of the last visible days that it found due
     * @param today the day of the run, which is none of them
     */
    public record Run(String processInstanceId, Instant startedAt, LocalDate from, LocalDate today) {}

    /**
     * What a run has ended of one supplier.
     *
     * @param first the earliest of their last visible days
     * @param last the latest of them
     */
    public record EndedOf(long records, LocalDate first, LocalDate last) {}

    /**
     * What became of a chunk.
     *
     * @param waited numbers of those among them that waited for a person, whose instances have to hear of it
     * @param more whether there may be more
     */
    public record Ended(int records, List<String> waited, boolean more) {}

    /** Counts what is past its last visible day on this day. */
    public Due due(LocalDate today) {
        try {
            return new PeriodClosing(connection()).due(today);
        } catch (SQLException e) {
            throw new IllegalStateException("records that are due could not be counted", e);
        }
    }

    /** What a run has ended, by the key of the organisation that supplied it. */
    public Map<Long, EndedOf> endedBy(Run run) {
        try {
            return new PeriodClosing(connection()).endedBy(run);
        } catch (SQLException e) {
            throw new IllegalStateException("records that were ended could not be counted", e);
        }
    }

    /**
     * Ends the next records whose last visible day is before this day: state ENDED, an event each with its own last day
     * and the rule that set it, and off the portal. Records that another transaction is changing are passed over; they
     * end by themselves or with the next run.
     */
    public Ended endNext(LocalDate today, Step step) {
        Connection connection = connection();
        try {
            List<PeriodClosing.EndedRecord> chunk = new PeriodClosing(connection).end(today, CHUNK, step);
            if (!chunk.isEmpty()) {
                ended.fire(new RecordsEnded(
                        chunk.stream().map(PeriodClosing.EndedRecord::recordNo).toList(), connection));
            }
            List<String> waited = chunk.stream()
                    .filter(PeriodClosing.EndedRecord::waited)
                    .map(PeriodClosing.EndedRecord::recordNo)
                    .toList();
            return new Ended(chunk.size(), waited, chunk.size() == CHUNK);
        } catch (SQLException e) {
            throw new IllegalStateException("records could not be ended", e);
        }
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
