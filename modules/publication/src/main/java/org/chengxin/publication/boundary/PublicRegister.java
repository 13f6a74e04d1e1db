package org.chengxin.publication.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengxin.kernel.Section;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.publication.boundary.SearchAnswer.Outcome;
import org.chengxin.publication.control.PublicDay;
import org.chengxin.publication.control.RecordReading;
import org.chengxin.publication.control.SearchText;
import org.chengxin.publication.control.SubjectReading;
import org.chengxin.publication.control.SubjectSearch;
import org.chengxin.publication.control.Suggestions;

/**
 * What is public of a subject, for the portal and the public part of the API. Each query shows only what is visible today
 * by the application's clock, whether or not the process that ends periods has run.
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

    private static final int SUGGESTIONS = 8;
    private static final Pattern PUBLIC_ID = Pattern.compile("[0-9A-Za-z-]{1,64}");
    private static final Pattern SERIES = Pattern.compile("[0-9a-f]{32}");

    @Inject
    PublicDay day;

    /** Searches everywhere, as {@link #search(SubjectQuestion, String, int)}. */
    public SearchAnswer search(String text, String cursor, int limit) {
        return search(SubjectQuestion.of(text), cursor, limit);
    }

    /**
     * Finds subjects by a code of an organisation, or by a fragment of at least two characters of a present or former
     * name. A citizen's number finds nothing and is not handed back.
     */
    public SearchAnswer search(SubjectQuestion question, String cursor, int limit) {
        String shown = SearchText.shown(question.text());
        if (SearchText.holdsCitizenId(shown)) {
            return SearchAnswer.without(Outcome.PERSONAL_NUMBER, "");
        }
        SubjectCode.Classified code = SubjectCode.classify(shown);
        if (isOrganisationCode(code)) {
            return answer(
                    shown, day.read((connection, today) -> new SubjectSearch(connection, today).byCode(code.value())));
        }
        String fragment = SearchText.fragment(shown);
        if (fragment.isEmpty()) {
            return SearchAnswer.without(Outcome.EMPTY, shown);
        }
        if (NameNormaliser.bigrams(fragment).isEmpty()) {
            return SearchAnswer.without(Outcome.TOO_SHORT, shown);
        }
        return answer(shown, day.read((connection, today) -> new SubjectSearch(connection, today)
                .byName(fragment, question, cursor, clamp(limit))));
    }

    /** Subjects that may be meant by what is typed so far: at most eight; none for a citizen's number. */
    public List<Suggestion> suggest(String text) {
        String shown = SearchText.shown(text);
        String fragment = SearchText.fragment(shown);
        if (SearchText.holdsCitizenId(shown) || NameNormaliser.bigrams(fragment).isEmpty()) {
            return List.of();
        }
        SubjectCode.Classified code = SubjectCode.classify(shown);
        return day.read((connection, today) -> {
            Suggestions suggestions = new Suggestions(connection, today);
            return isOrganisationCode(code)
                    ? suggestions.byCode(code.value())
                    : suggestions.byName(fragment, SUGGESTIONS);
        });
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
        return day.read((connection, today) -> new SubjectReading(connection, today).byCode(classified.value()));
    }

    /** A subject by its public identifier; empty where there is none or it has no visible record. */
    public Optional<PublicSubject> subjectById(String publicId) {
        if (publicId == null || !PUBLIC_ID.matcher(publicId).matches()) {
            return Optional.empty();
        }
        return day.read((connection, today) -> new SubjectReading(connection, today).byId(publicId));
    }

    /**
     * The page of a subject by its present code or an older one: head and entries in one go, with at most four
     * statements.
     *
     * @return empty under the same conditions as {@link #subject}
     */
    public Optional<SubjectFile> file(String code, FilePart part) {
        SubjectCode.Classified classified = SubjectCode.classify(code);
        if (classified.isPersonal() || !isOrganisationCode(classified)) {
            return Optional.empty();
        }
        return day.read((connection, today) ->
                filled(connection, today, new SubjectReading(connection, today).byCode(classified.value()), part));
    }

    /** The page of a subject by its public identifier, as {@link #file}. */
    public Optional<SubjectFile> fileById(String publicId, FilePart part) {
        if (publicId == null || !PUBLIC_ID.matcher(publicId).matches()) {
            return Optional.empty();
        }
        return day.read((connection, today) ->
                filled(connection, today, new SubjectReading(connection, today).byId(publicId), part));
    }

    private static Optional<SubjectFile> filled(
            Connection connection, LocalDate today, Optional<PublicSubject> subject, FilePart part)
            throws SQLException {
        boolean askable = part.series() == null
                || (part.section() != null && SERIES.matcher(part.series()).matches());
        if (subject.isEmpty() || !askable) {
            return Optional.empty();
        }
        return Optional.of(new SubjectFile(
                subject.get(),
                sections(new RecordReading(connection, today), subject.get().publicId(), part)));
    }

    private static Map<Section, Page<RecordEntry>> sections(RecordReading reading, String publicId, FilePart part)
            throws SQLException {
        if (part.section() == null) {
            return reading.sections(publicId, clamp(part.limit()));
        }
        if (part.series() == null) {
            return Map.of(
                    part.section(), reading.entries(publicId, part.section(), part.cursor(), clamp(part.limit())));
        }
        Page<PublicRecord> records =
                reading.series(publicId, part.section(), part.series(), part.cursor(), clamp(part.limit()));
        List<RecordEntry> entries = records.items().stream()
                .map(record -> new RecordEntry(record, List.of(), 1))
                .toList();
        return Map.of(part.section(), new Page<>(entries, records.nextCursor()));
    }

    /**
     * The visible records of a subject, newest first, each by itself.
     *
     * @param section null for all sections
     */
    public Page<PublicRecord> records(String publicId, Section section, String cursor, int limit) {
        return day.read((connection, today) ->
                new RecordReading(connection, today).records(publicId, section, cursor, clamp(limit)));
    }

    private static SearchAnswer answer(String shown, Page<SubjectHit> hits) {
        return new SearchAnswer(hits.items().isEmpty() ? Outcome.NOTHING : Outcome.FOUND, shown, hits);
    }

    private static boolean isOrganisationCode(SubjectCode.Classified code) {
        return switch (code.kind()) {
            case UNIFIED, REGISTRATION, REGISTRATION_COOPERATIVE, ORGANISATION -> true;
            default -> false;
        };
    }

    static int clamp(int limit) {
        return Math.max(1, Math.min(MOST, limit));
    }
}
