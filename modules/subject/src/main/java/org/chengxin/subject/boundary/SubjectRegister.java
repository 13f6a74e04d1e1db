package org.chengxin.subject.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.subject.control.PersonWriter;
import org.chengxin.subject.control.ProvisionalSubjects;
import org.chengxin.subject.control.SubjectMatching;
import org.chengxin.subject.control.SubjectReader;
import org.chengxin.subject.control.SubjectWriter;
import org.chengxin.subject.entity.Subject;
import org.chengxin.subject.entity.SubjectKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The register of subjects, as the steps of processes use it: always in sets. */
@ApplicationScoped
public class SubjectRegister {

    @PersistenceContext(unitName = "registry")
    EntityManager em;

    @Inject
    ApplicationClock clock;

    @Inject
    @ConfigProperty(name = "chengxin.region", defaultValue = "3205")
    String region;

    @Inject
    Event<SubjectsMerged> merged;

    /** One answer for each query, in their order. */
    public List<SubjectMatch> match(List<SubjectQuery> queries) {
        try {
            return new SubjectMatching(connection()).match(queries);
        } catch (SQLException e) {
            throw new IllegalStateException("subjects could not be matched", e);
        }
    }

    /**
     * Subjects arise from registration lots on approval; the key of each, in the order of the registrations. A
     * provisional subject whose registration this is becomes the registered one, or is merged into it; who keeps
     * something by its key hears of that by {@link SubjectsMerged}.
     *
     * @throws org.chengxin.kernel.BusinessRefusal INVALID PERSON_WITHOUT_NUMBER
     */
    public List<Long> register(List<Registration> registrations, SubjectSource source) {
        try {
            SubjectWriter.Registered registered =
                    new SubjectWriter(connection(), region, clock.instant(), source).register(registrations);
            if (!registered.merges().isEmpty()) {
                merged.fire(new SubjectsMerged(registered.merges(), source.actor(), "REGISTRATION", connection()));
            }
            return registered.subjects();
        } catch (SQLException e) {
            throw new IllegalStateException("subjects could not be registered", e);
        }
    }

    /**
     * Opens a subject that nobody has registered yet, marked as provisional; the one that is there already is not opened
     * twice.
     *
     * @param codes classified; may be empty
     * @param kind what the person who opens it knows; null to take what is certain by code or name
     * @param reason in their words; may be null
     * @return the subject's key
     * @throws org.chengxin.kernel.BusinessRefusal INVALID SUBJECT_NAME_MISSING, SUBJECT_KIND_MISSING,
     *     PERSON_IS_NOT_PROVISIONAL; CONFLICT SUBJECT_KNOWN, SUBJECT_AMBIGUOUS
     */
    public Long openProvisional(
            String name, List<SubjectCode.Classified> codes, SubjectKind kind, String reason, SubjectSource source) {
        try {
            return new ProvisionalSubjects(connection(), region, clock.instant(), source)
                    .open(name, codes, kind, reason);
        } catch (SQLException e) {
            throw new IllegalStateException("subject could not be opened", e);
        }
    }

    /**
     * Natural persons, found or registered by their citizen's number.
     *
     * @return the person's key for each reference, in their order; null for one without name or valid number
     */
    public List<Long> persons(List<PersonReference> references, SubjectSource source) {
        try {
            return new PersonWriter(connection(), clock.instant(), source).persons(references);
        } catch (SQLException e) {
            throw new IllegalStateException("persons could not be registered", e);
        }
    }

    /**
     * The natural person found or registered by number for somebody who names one person, and not by a file: whoever opens
     * it may have mistyped the number, and would tie what is said of one person to another.
     *
     * @throws org.chengxin.kernel.BusinessRefusal INVALID PERSON_WITHOUT_NUMBER without name or valid number; CONFLICT
     *     PERSON_NAMED_OTHERWISE where the number is registered, and never with this name
     */
    public Long personNamed(PersonReference reference, SubjectSource source) {
        try {
            return new PersonWriter(connection(), clock.instant(), source).named(reference);
        } catch (SQLException e) {
            throw new IllegalStateException("person could not be registered", e);
        }
    }

    /** The key of the subject with this public id, or of the one it was merged into. */
    public Optional<Long> idOf(String publicId) {
        return em.createQuery("SELECT s FROM Subject s WHERE s.publicId = :publicId", Subject.class)
                .setParameter("publicId", publicId)
                .getResultStream()
                .map(subject -> subject.mergedInto() == null ? subject.id() : subject.mergedInto())
                .findFirst();
    }

    /**
     * The subjects that were merged into these, by the key of the one that is left: what was kept by an old key is about
     * the same subject.
     */
    public Map<Long, Set<Long>> mergedInto(Collection<Long> ids) {
        try {
            return SubjectReader.mergedInto(connection(), ids);
        } catch (SQLException e) {
            throw new IllegalStateException("subjects could not be read", e);
        }
    }

    /** For each subject the one that is left of it: itself, or the one it was merged into. */
    public Map<Long, Long> current(Collection<Long> ids) {
        try {
            return SubjectReader.current(connection(), ids);
        } catch (SQLException e) {
            throw new IllegalStateException("subjects could not be read", e);
        }
    }

    /** Those of the subjects that are natural persons: what is known of them is not for the public (A08). */
    public Set<Long> naturalPersons(Collection<Long> ids) {
        try {
            return SubjectReader.naturalPersons(connection(), ids);
        } catch (SQLException e) {
            throw new IllegalStateException("subjects could not be read", e);
        }
    }

    /** Subjects by key, with names and codes. */
    public Map<Long, SubjectView> views(Collection<Long> ids) {
        try {
            return SubjectReader.views(connection(), ids);
        } catch (SQLException e) {
            throw new IllegalStateException("subjects could not be read", e);
        }
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
