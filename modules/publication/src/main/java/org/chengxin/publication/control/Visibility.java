package org.chengxin.publication.control;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.chengxin.kernel.Section;

/** Until when each subject of some records has anything to show in each section, as the database writes a day. */
final class Visibility {

    private static final String WITHOUT_END = "infinity";

    private final Map<String, Map<Section, String>> until = new HashMap<>();

    private Visibility() {}

    static Visibility of(Collection<ProjectionWriter.RecordRow> records) {
        Visibility visibility = new Visibility();
        for (ProjectionWriter.RecordRow record : records) {
            visibility
                    .until
                    .computeIfAbsent(record.publicId(), id -> new EnumMap<>(Section.class))
                    .merge(
                            record.section(),
                            record.endsOn() == null
                                    ? WITHOUT_END
                                    : record.endsOn().toString(),
                            Visibility::later);
        }
        return visibility;
    }

    /** Null where there is nothing. */
    String until(String publicId, Section section) {
        return until.getOrDefault(publicId, Map.of()).get(section);
    }

    /** Days in ISO 8601 sort as text. */
    private static String later(String one, String other) {
        if (one.equals(WITHOUT_END) || other.equals(WITHOUT_END)) {
            return WITHOUT_END;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }
}
