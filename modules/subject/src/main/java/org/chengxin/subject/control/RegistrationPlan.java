package org.chengxin.subject.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.kernel.code.SubjectCode.Kind;
import org.chengxin.kernel.text.NameNormaliser;
import org.chengxin.subject.boundary.MergeCandidate.Reason;
import org.chengxin.subject.boundary.Registration;
import org.chengxin.subject.boundary.SubjectsMerged.Merge;
import org.chengxin.subject.control.SubjectFinder.Found;
import org.chengxin.subject.control.SubjectFinder.Named;
import org.chengxin.subject.entity.SubjectKind;

/**
 * Who the subjects of registrations are: known ones, provisional ones whose registration arrives with this lot, and new
 * ones. A code decides. A name decides only for a provisional subject, and only where it fits exactly one of them, no
 * code contradicts and nobody else bears it; every other likeness is a question for a person.
 */
final class RegistrationPlan {

    /** Two subjects, the lesser key first. */
    record Pair(Long subjectId, Long otherId) {

        static Pair of(Long one, Long other) {
            return new Pair(Math.min(one, other), Math.max(one, other));
        }
    }

    /** Questions whose registered side gets its key later. */
    private record Open(List<Found> namesakes, RegisteredCodes codes, int registration) {}

    private final Map<String, Set<Found>> holders;
    private final Map<String, List<Named>> bearers;
    private final Map<Long, Map<Kind, Set<String>>> codesOfProvisional;
    private final Set<Pair> different;
    private final Map<String, Set<String>> statedBy = new HashMap<>();

    private final Map<String, Long> claimed = new HashMap<>();
    private final Map<Long, Long> merged = new LinkedHashMap<>();
    private final List<Long> subjects = new ArrayList<>();
    private final Set<Long> fresh = new LinkedHashSet<>();
    private final Set<Long> arrived = new LinkedHashSet<>();
    private final Map<Pair, Reason> doubts = new LinkedHashMap<>();
    private final List<Open> open = new ArrayList<>();

    /**
     * @param holders who holds the codes of the registrations and the organisation codes inside them
     * @param bearers who bears the names of the registrations, former ones too
     * @param codesOfProvisional codes of the provisional subjects among them
     * @param different what a person has said to be two, whatever they are called
     */
    RegistrationPlan(
            Map<String, Set<Found>> holders,
            Map<String, List<Named>> bearers,
            Map<Long, Map<Kind, Set<String>>> codesOfProvisional,
            Set<Pair> different) {
        this.holders = holders;
        this.bearers = bearers;
        this.codesOfProvisional = codesOfProvisional;
        this.different = different;
    }

    void make(List<Registration> registrations, Iterator<Long> keys) {
        for (Registration registration : registrations) {
            String who = codes(registration).values().stream().findFirst().orElse(registration.name());
            namesOf(registration).forEach(name -> statedBy.computeIfAbsent(name, k -> new HashSet<>())
                    .add(who));
        }
        for (Registration registration : registrations) {
            subjects.add(place(registration, keys));
        }
        subjects.replaceAll(this::current);
    }

    private Long place(Registration registration, Iterator<Long> keys) {
        RegisteredCodes codes = codes(registration);
        Map<Long, Found> byCode = new LinkedHashMap<>();
        codes.values().forEach(code -> addHolders(code, registration, byCode));
        Long inThisLot = codes.values().stream()
                .filter(claimed::containsKey)
                .findFirst()
                .map(claimed::get)
                .orElse(null);
        if (byCode.isEmpty() && inThisLot == null) {
            codes.inside().forEach(code -> addHolders(code, registration, byCode));
        }
        Found first = byCode.values().stream()
                .filter(subject -> !subject.provisional())
                .findFirst()
                .orElse(byCode.values().stream().findFirst().orElse(null));
        // whom an earlier row of this lot has merged into another is that other from then on
        Long subject = first != null ? current(first.id()) : inThisLot == null ? null : current(inThisLot);
        subject = joinOtherHolders(subject, byCode, codes);
        if (!registration.personal()) {
            subject = joinNamesakes(subject, registration, codes, byCode.keySet());
        }
        if (subject == null) {
            subject = keys.next();
            fresh.add(subject);
        } else if (first != null && first.provisional()) {
            arrived.add(subject);
        }
        Long placed = subject;
        codes.values().forEach(code -> claimed.putIfAbsent(code, placed));
        codes.inside().forEach(code -> claimed.putIfAbsent(code, placed));
        return subject;
    }

    /** Others who hold one of the codes: a provisional one was the same all along, a registered one is a question. */
    private Long joinOtherHolders(Long subject, Map<Long, Found> byCode, RegisteredCodes codes) {
        if (subject == null) {
            return null;
        }
        for (Found other : byCode.values()) {
            Long root = current(other.id());
            if (root.equals(subject)) {
                continue;
            }
            if (root.equals(other.id()) && other.provisional() && !contradicts(other, codes)) {
                merged.put(root, subject);
            } else {
                doubt(subject, root, Reason.CODES_OF_BOTH);
            }
        }
        return subject;
    }

    private Long joinNamesakes(Long subject, Registration registration, RegisteredCodes codes, Set<Long> holding) {
        Map<Long, Found> namesakes = new LinkedHashMap<>();
        boolean rivals = false;
        for (String name : namesOf(registration)) {
            List<Named> named = bearers.getOrDefault(name, List.of());
            boolean provisional = false;
            for (Named bearer : named) {
                Found found = bearer.subject();
                if (found.provisional()
                        && !holding.contains(found.id())
                        && !found.id().equals(subject)) {
                    namesakes.put(found.id(), found);
                    provisional = true;
                }
            }
            if (provisional) {
                rivals |= statedBy.get(name).size() > 1
                        || named.stream()
                                .anyMatch(bearer -> !bearer.former()
                                        && !bearer.subject().provisional()
                                        && !bearer.subject().id().equals(subject));
            }
        }
        namesakes.keySet().removeIf(id -> merged.containsKey(id) || arrived.contains(id) || isDifferent(subject, id));
        if (namesakes.isEmpty()) {
            return subject;
        }
        Found only = namesakes.values().iterator().next();
        boolean contradicted = contradicts(only, codes);
        // into one that this lot itself brings nothing can be merged yet: it is not in the register before the lot is
        if (namesakes.size() == 1 && !rivals && !contradicted && !fresh.contains(subject)) {
            if (subject == null) {
                arrived.add(only.id());
                return only.id();
            }
            merged.put(only.id(), subject);
            return subject;
        }
        open.add(new Open(namesakes.values().stream().toList(), codes, subjects.size()));
        return subject;
    }

    private boolean contradicts(Found provisional, RegisteredCodes codes) {
        return RegisteredCodes.contradict(codesOfProvisional.getOrDefault(provisional.id(), Map.of()), codes.kept());
    }

    private void doubt(Long one, Long other, Reason reason) {
        if (!one.equals(other)) {
            doubts.putIfAbsent(Pair.of(one, other), reason);
        }
    }

    private boolean isDifferent(Long subject, Long other) {
        return subject != null && different.contains(Pair.of(subject, other));
    }

    private Long current(Long subject) {
        Long at = subject;
        while (merged.containsKey(at)) {
            at = merged.get(at);
        }
        return at;
    }

    private static RegisteredCodes codes(Registration registration) {
        return RegisteredCodes.of(registration.codes(), registration.personal());
    }

    private static Set<String> namesOf(Registration registration) {
        Set<String> names = new LinkedHashSet<>();
        names.add(NameNormaliser.normalise(registration.name()));
        registration.formerNames().forEach(name -> names.add(NameNormaliser.normalise(name)));
        names.remove("");
        return names;
    }

    /** A business that pays taxes under its owner's number is not its owner. */
    private void addHolders(String code, Registration registration, Map<Long, Found> all) {
        holders.getOrDefault(code, Set.of()).stream()
                .filter(subject -> registration.personal() == (subject.kind() == SubjectKind.PERSON))
                .forEach(subject -> all.putIfAbsent(subject.id(), subject));
    }

    /** The subject of each registration, in their order. */
    List<Long> subjects() {
        return subjects;
    }

    Set<Long> fresh() {
        return fresh;
    }

    /** Provisional subjects that are registered ones from now on. */
    Set<Long> arrived() {
        return arrived;
    }

    List<Merge> merges() {
        return merged.keySet().stream()
                .map(from -> new Merge(from, current(from)))
                .toList();
    }

    /** Questions for a person, between subjects that are left. */
    Map<Pair, Reason> doubts() {
        open.forEach(question -> question.namesakes()
                .forEach(namesake -> doubt(
                        subjects.get(question.registration()),
                        namesake.id(),
                        contradicts(namesake, question.codes()) ? Reason.CODES_CONTRADICT : Reason.SAME_NAME)));
        open.clear();
        Map<Pair, Reason> left = new LinkedHashMap<>();
        doubts.forEach((pair, reason) -> {
            Long one = current(pair.subjectId());
            Long other = current(pair.otherId());
            if (!one.equals(other)) {
                left.put(Pair.of(one, other), reason);
            }
        });
        return left;
    }
}
