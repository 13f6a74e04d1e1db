package org.chengxin.publication.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.text.Masking;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.kernel.text.TextCleaning;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.publication.boundary.SearchAnswer.Outcome;
import org.chengxin.publication.control.PublicReading;
import org.chengxin.publication.control.SubjectSearch;

/**
 * What is public, for the portal and the public part of the API. It reads through the datasource whose database role
 * sees the schema {@code publication} and nothing else, outside every transaction; each query shows only what is
 * visible today by the application's clock, whether or not the process that ends periods has run.
 *
 * <p>Cursors are opaque and belong to the list they came from; another one is refused with INVALID CURSOR_INVALID.
 * Limits are clamped to 1 … {@value #MOST}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PublicRegister {

    /** The longest page. */
    public static final int MOST = 200;

    private static final Pattern PUBLIC_ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    @Resource(lookup = "jdbc/portal")
    DataSource portal;

    @Inject
    ApplicationClock clock;

    /**
     * Finds subjects by a code of an organisation, or by a fragment of at least two characters of a present or former
     * name. A citizen's number finds nothing and is not handed back.
     *
     * @param text as typed; null and blank are answered with EMPTY
     */
    public SearchAnswer search(String text, String cursor, int limit) {
        String shown = SubjectSearch.shown(text);
        SubjectCode.Classified code = SubjectCode.classify(shown);
        if (code.isPersonal() || holdsCitizenId(shown)) {
            return SearchAnswer.without(Outcome.PERSONAL_NUMBER, "");
        }
        if (isOrganisationCode(code)) {
            Page<SubjectHit> hits = read((search, reading) -> search.byCode(code.value()));
            return answer(shown, hits, false);
        }
        String fragment = SubjectSearch.fragment(shown);
        if (fragment.isEmpty()) {
            return SearchAnswer.without(Outcome.EMPTY, shown);
        }
        if (NameNormaliser.bigrams(fragment).isEmpty()) {
            return SearchAnswer.without(Outcome.TOO_SHORT, shown);
        }
        SubjectSearch.Found found = read((search, reading) -> search.byName(fragment, cursor, clamp(limit)));
        return answer(shown, found.hits(), found.bounded());
    }

    /**
     * A subject by its present code or an older one; the caller sees from the answer's code which is the present one.
     *
     * @return empty where there is none, it has no visible record, or the code is that of a person
     */
    public Optional<PublicSubject> subject(String code) {
        SubjectCode.Classified classified = SubjectCode.classify(code);
        if (classified.isPersonal() || !isOrganisationCode(classified)) {
            return Optional.empty();
        }
        return read((search, reading) -> reading.subjectByCode(classified.value()));
    }

    /** A subject by its public identifier; empty where there is none or it has no visible record. */
    public Optional<PublicSubject> subjectById(String publicId) {
        if (publicId == null || !PUBLIC_ID.matcher(publicId).matches()) {
            return Optional.empty();
        }
        return read((search, reading) -> reading.subjectById(publicId));
    }

    /**
     * The page of a subject by its present code or an older one: head and records in one go.
     *
     * @param section null for the newest records of every section; else this section from the cursor on
     * @return empty under the same conditions as {@link #subject}
     */
    public Optional<SubjectFile> file(String code, Section section, String cursor, int limit) {
        SubjectCode.Classified classified = SubjectCode.classify(code);
        if (classified.isPersonal() || !isOrganisationCode(classified)) {
            return Optional.empty();
        }
        return read((search, reading) ->
                filled(reading, reading.subjectByCode(classified.value()).orElse(null), section, cursor, clamp(limit)));
    }

    /** The page of a subject by its public identifier, as {@link #file}. */
    public Optional<SubjectFile> fileById(String publicId, Section section, String cursor, int limit) {
        if (publicId == null || !PUBLIC_ID.matcher(publicId).matches()) {
            return Optional.empty();
        }
        return read((search, reading) ->
                filled(reading, reading.subjectById(publicId).orElse(null), section, cursor, clamp(limit)));
    }

    private static Optional<SubjectFile> filled(
            PublicReading reading, PublicSubject subject, Section section, String cursor, int limit)
            throws SQLException {
        if (subject == null) {
            return Optional.empty();
        }
        Map<Section, Page<PublicRecord>> sections = section == null
                ? reading.sections(subject.publicId(), limit)
                : Map.of(section, reading.records(subject.publicId(), section, cursor, limit));
        return Optional.of(new SubjectFile(subject, sections));
    }

    /**
     * The visible records of a subject, newest first.
     *
     * @param section null for all sections
     */
    public Page<PublicRecord> records(String publicId, Section section, String cursor, int limit) {
        return read((search, reading) -> reading.records(publicId, section, cursor, clamp(limit)));
    }

    /** The newest visible records of a subject in every section that has any, with one statement for all. */
    public Map<Section, Page<PublicRecord>> sections(String publicId, int perSection) {
        return read((search, reading) -> reading.sections(publicId, clamp(perSection)));
    }

    /** The newest visible records of a section over all subjects. */
    public Page<LatestRecord> latest(Section section, String cursor, int limit) {
        return read((search, reading) -> reading.latest(section, cursor, clamp(limit)));
    }

    private static SearchAnswer answer(String shown, Page<SubjectHit> hits, boolean bounded) {
        return new SearchAnswer(hits.items().isEmpty() ? Outcome.NOTHING : Outcome.FOUND, shown, hits, bounded);
    }

    private static boolean isOrganisationCode(SubjectCode.Classified code) {
        return switch (code.kind()) {
            case UNIFIED, REGISTRATION, REGISTRATION_COOPERATIVE, ORGANISATION -> true;
            default -> false;
        };
    }

    private static int clamp(int limit) {
        return Math.max(1, Math.min(MOST, limit));
    }

    /** Also where it stands among other words, or is written with blanks in it. */
    private static boolean holdsCitizenId(String text) {
        String dense = TextCleaning.token(text);
        return !Masking.maskIdsIn(text).equals(text)
                || !Masking.maskIdsIn(dense).equals(dense);
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(SubjectSearch search, PublicReading reading) throws SQLException;
    }

    private <T> T read(Question<T> question) {
        try (Connection connection = portal.getConnection()) {
            PublicReading reading = new PublicReading(connection, clock.today());
            return question.ask(new SubjectSearch(connection, clock.today(), reading), reading);
        } catch (SQLException e) {
            throw new IllegalStateException("the public register could not be read", e);
        }
    }
}
