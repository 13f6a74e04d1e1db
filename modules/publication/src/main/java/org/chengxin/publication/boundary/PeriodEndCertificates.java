package org.chengxin.publication.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.publication.control.CertificateWriting;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** CertifyPeriodEnd: the last step of {@code period-end.bpmn}. It runs in the process's transaction. */
@ApplicationScoped
public class PeriodEndCertificates {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    @Inject
    @ConfigProperty(name = "chengxin.node", defaultValue = "node-1")
    String node;

    /**
     * Counts what the portal still shows and keeps the certificate, for operators and for everybody.
     *
     * @param day the day on which the run began; it ended what had its last visible day before
     * @param oldest the earliest last visible day it found due; null if nothing was due
     * @param leftOver records past their day that are not ended even now
     * @return how many records are still public past their day
     */
    public long certify(
            String processInstanceId,
            LocalDate day,
            LocalDate oldest,
            long due,
            long ended,
            long leftOver,
            Instant startedAt) {
        try {
            return new CertificateWriting(em.unwrap(Connection.class))
                    .certify(
                            new CertificateWriting.Run(
                                    processInstanceId, day, oldest, due, ended, leftOver, startedAt, node),
                            clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("the end of periods could not be certified", e);
        }
    }
}
