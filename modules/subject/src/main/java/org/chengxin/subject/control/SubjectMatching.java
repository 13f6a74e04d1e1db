package org.chengxin.subject.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.subject.boundary.SubjectMatch;
import org.chengxin.subject.boundary.SubjectMatch.Candidate;
import org.chengxin.subject.boundary.SubjectMatch.How;
import org.chengxin.subject.boundary.SubjectQuery;
import org.chengxin.subject.control.SubjectFinder.Found;
import org.chengxin.subject.control.SubjectFinder.Named;
import org.chengxin.subject.entity.SubjectKind;

/**
 * Finds the subjects of many rows with three statements: by codes, by names, and what was merged. A code decides; a name only where the row
 * has no code. Where code and name contradict each other, or either points to two subjects, nothing is guessed.
 */
public class SubjectMatching {

    private final Connection connection;
    private final SubjectFinder finder;
    private Map<String, Set<Found>> holders;
    private Map<String, List<Named>> bearers;

    public SubjectMatching(Connection connection) {
        this.connection = connection;
        this.finder = new SubjectFinder(connection);
    }

    /** One answer for each query, in their order. */
    public List<SubjectMatch> match(List<SubjectQuery> queries) throws SQLException {
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (SubjectQuery query : queries) {
            for (SubjectCode.Classified code : query.codes()) {
                if (code.kind().isCode()) {
                    codes.add(code.value());
                    // who registered before 2015 may be known by the middle of the unified code only
                    code.organisationCode().ifPresent(codes::add);
                }
            }
            String name = NameNormaliser.normalise(query.name());
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        holders = finder.holders(codes);
        bearers = finder.bearers(names);
        return withFormerIds(queries.stream().map(this::match).toList());
    }

    private List<SubjectMatch> withFormerIds(List<SubjectMatch> matches) throws SQLException {
        Map<Long, Set<Long>> merged = SubjectReader.mergedInto(
                connection,
                matches.stream()
                        .map(SubjectMatch::subjectId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        return matches.stream()
                .map(match -> merged.containsKey(match.subjectId())
                        ? new SubjectMatch(
                                match.how(),
                                match.subjectId(),
                                match.registeredName(),
                                match.candidates(),
                                merged.get(match.subjectId()))
                        : match)
                .toList();
    }

    private SubjectMatch match(SubjectQuery query) {
        List<SubjectCode.Classified> codes =
                query.codes().stream().filter(code -> code.kind().isCode()).toList();
        String name = NameNormaliser.normalise(query.name());
        List<Named> named = bearers.getOrDefault(name, List.of());
        if (codes.isEmpty()) {
            return byName(named);
        }
        Set<Found> found = holdersOf(codes);
        if (found.isEmpty()) {
            return named.isEmpty()
                    ? missing(How.NONE, List.of())
                    : missing(How.CODE_UNKNOWN_NAME_KNOWN, subjects(named));
        }
        if (found.size() > 1) {
            Found meant = thePersonOrTheBusiness(codes, name, found);
            return meant == null ? missing(How.AMBIGUOUS, found) : found(How.CODE, meant);
        }
        Found subject = found.iterator().next();
        List<Found> others = bearersInsteadOf(subject, named);
        if (!others.isEmpty()) {
            Set<Found> both = new LinkedHashSet<>(found);
            both.addAll(others);
            return missing(How.CODE_AND_NAME_DISAGREE, both);
        }
        return found(How.CODE, subject);
    }

    private Set<Found> holdersOf(List<SubjectCode.Classified> codes) {
        Set<Found> found = new LinkedHashSet<>();
        codes.forEach(code -> found.addAll(holders.getOrDefault(code.value(), Set.of())));
        if (found.isEmpty()) {
            codes.stream()
                    .flatMap(code -> code.organisationCode().stream())
                    .forEach(inside -> found.addAll(holders.getOrDefault(inside, Set.of())));
        }
        return found;
    }

    /** An individual business pays taxes under its owner's number: then the name says which of the two is meant. */
    private static Found thePersonOrTheBusiness(List<SubjectCode.Classified> codes, String name, Set<Found> found) {
        if (!codes.stream().allMatch(SubjectCode.Classified::isPersonal)) {
            return null;
        }
        List<Found> so = found.stream()
                .filter(subject -> NameNormaliser.normalise(subject.name()).equals(name))
                .toList();
        return so.size() == 1 ? so.get(0) : null;
    }

    /**
     * Registered subjects whose present name the row gives, where the code's own subject never had that name. A former
     * name, another spelling or an unknown name are no contradiction: the code decides.
     */
    private static List<Found> bearersInsteadOf(Found subject, List<Named> named) {
        boolean own = named.stream().anyMatch(n -> n.subject().id().equals(subject.id()));
        if (own || subject.kind() == SubjectKind.PERSON) {
            return List.of();
        }
        return named.stream()
                .filter(n -> !n.former() && !n.subject().provisional())
                .map(Named::subject)
                .distinct()
                .toList();
    }

    private static SubjectMatch byName(List<Named> named) {
        List<Named> current = named.stream().filter(n -> !n.former()).toList();
        Collection<Found> found = subjects(current.isEmpty() ? named : current);
        if (found.isEmpty()) {
            return missing(How.NONE, List.of());
        }
        if (found.size() > 1) {
            return missing(How.AMBIGUOUS, found);
        }
        return found(
                current.isEmpty() ? How.FORMER_NAME : How.NAME, found.iterator().next());
    }

    private static Collection<Found> subjects(List<Named> named) {
        Map<Long, Found> subjects = new LinkedHashMap<>();
        named.forEach(n -> subjects.put(n.subject().id(), n.subject()));
        return subjects.values();
    }

    private static SubjectMatch found(How how, Found subject) {
        return new SubjectMatch(how, Objects.requireNonNull(subject.id()), subject.name(), List.of(), Set.of());
    }

    private static SubjectMatch missing(How how, Collection<Found> candidates) {
        List<Candidate> listed = new ArrayList<>();
        candidates.forEach(subject -> listed.add(
                new Candidate(subject.id(), subject.name(), subject.code(), subject.kind(), subject.provisional())));
        return new SubjectMatch(how, null, null, listed, Set.of());
    }
}
