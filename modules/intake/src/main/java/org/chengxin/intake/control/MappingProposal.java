package org.chengxin.intake.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.text.NameNormaliser;

/**
 * What a file's headings probably mean, for a clerk to confirm. A proposal is never used by itself.
 *
 * @param mapping columns where a field was found; all other headings stand as ignored
 * @param confidence per mapped heading 1 to 100: 100 title or name, 95 a known other heading, below that similarity
 * @param unassigned headings for which nothing was found, and which nobody should ignore without looking
 */
public record MappingProposal(HeaderMapping mapping, Map<String, Integer> confidence, List<String> unassigned) {

    private static final int EXACT = 100;
    private static final int ALIAS = 95;
    private static final int WITHOUT_UNIT = 85;
    private static final int CONTAINED = 60;
    private static final int LEAST = 50;
    private static final Set<String> NUMBERING = Set.of("序号", "行号", "编号", "no", "no.", "id");

    private record Candidate(String heading, String field, int confidence) {}

    public MappingProposal {
        confidence = Collections.unmodifiableMap(new LinkedHashMap<>(confidence));
        unassigned = List.copyOf(unassigned);
    }

    /** Proposes a field for every heading that resembles one; no field is proposed twice. */
    public static MappingProposal propose(ItemDefinition item, List<String> header) {
        List<String> headings = HeaderText.normalise(header);
        List<Candidate> candidates = new ArrayList<>();
        for (String heading : headings) {
            candidates.addAll(candidates(item, heading));
        }
        candidates.sort(Comparator.comparingInt(Candidate::confidence).reversed());
        Map<String, Candidate> chosen = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (!chosen.containsKey(candidate.heading()) && taken.add(candidate.field())) {
                chosen.put(candidate.heading(), candidate);
            }
        }
        return of(headings, chosen);
    }

    /** The fields a heading resembles; a heading that is known for one field is not offered to another. */
    private static List<Candidate> candidates(ItemDefinition item, String heading) {
        String key = HeaderText.key(heading);
        int least = NUMBERING.contains(key) ? ALIAS : LEAST;
        List<Candidate> candidates = new ArrayList<>();
        for (FieldDefinition field : item.fields()) {
            candidates.add(new Candidate(heading, field.name(), confidence(key, field)));
        }
        int best = candidates.stream().mapToInt(Candidate::confidence).max().orElse(0);
        int enough = best >= WITHOUT_UNIT ? best : least;
        candidates.removeIf(candidate -> candidate.confidence() < enough);
        return candidates;
    }

    private static MappingProposal of(List<String> headings, Map<String, Candidate> chosen) {
        Map<String, String> columns = new LinkedHashMap<>();
        Map<String, Integer> confidence = new LinkedHashMap<>();
        Set<String> ignored = new LinkedHashSet<>();
        List<String> unassigned = new ArrayList<>();
        for (String heading : headings) {
            Candidate candidate = chosen.get(heading);
            if (candidate != null) {
                columns.put(heading, candidate.field());
                confidence.put(heading, candidate.confidence());
            } else {
                ignored.add(heading);
                if (!NUMBERING.contains(HeaderText.key(heading))) {
                    unassigned.add(heading);
                }
            }
        }
        return new MappingProposal(new HeaderMapping(headings, columns, ignored, Map.of()), confidence, unassigned);
    }

    private static int confidence(String heading, FieldDefinition field) {
        int best = 0;
        List<String> words = new ArrayList<>(field.aliases());
        words.add(field.titleEn());
        for (String word : List.of(field.title(), field.name())) {
            best = Math.max(best, similarity(heading, HeaderText.key(word), EXACT));
        }
        for (String word : words) {
            best = Math.max(best, similarity(heading, HeaderText.key(word), ALIAS));
        }
        return best;
    }

    private static int similarity(String heading, String word, int whenEqual) {
        if (heading.equals(word)) {
            return whenEqual;
        }
        String bare = HeaderText.withoutBrackets(heading);
        if (!bare.isEmpty() && bare.equals(HeaderText.withoutBrackets(word))) {
            return WITHOUT_UNIT;
        }
        boolean contained = bare.length() >= 3 && word.length() >= 3 && (bare.contains(word) || word.contains(bare));
        int shared = shared(bare, word);
        return contained ? Math.max(CONTAINED, Math.min(WITHOUT_UNIT - 1, shared)) : Math.min(CONTAINED - 1, shared);
    }

    /** Share of common fragments of two characters, 0 to 100. */
    private static int shared(String one, String other) {
        List<String> fragments = NameNormaliser.bigrams(one);
        List<String> others = NameNormaliser.bigrams(other);
        if (fragments.isEmpty() || others.isEmpty()) {
            return 0;
        }
        long common = fragments.stream().filter(others::contains).count();
        return (int) (200 * common / (fragments.size() + others.size()));
    }
}
