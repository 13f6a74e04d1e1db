package org.chengxin.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalInt;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.entity.LotPart;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Into how many parts the rows of a lot go that become records side by side. */
@ApplicationScoped
public class LotDivision {

    /** As many as one server runs jobs at a time. */
    private static final int MOST_BY_ITSELF = 2;

    /** Parts that a person asked for; without, it follows from the cores. */
    @Inject
    @ConfigProperty(name = "chengxin.admission.parts")
    OptionalInt wished = OptionalInt.empty();

    /** @param accepted rows of the lot that may become records */
    public int parts(ItemDefinition item, int accepted) {
        if (accepted <= LotAdmission.CHUNK || !canGoInParts(item)) {
            return 1;
        }
        int cores = Runtime.getRuntime().availableProcessors();
        return Math.max(1, Math.min(wished.orElse(Math.min(cores, MOST_BY_ITSELF)), LotPart.GROUPS));
    }

    /**
     * Not where rows register subjects or say something of their identity: the registers of both are written by one at a
     * time, and parts would only wait. Not where rows of two subjects can be the same record either.
     */
    private static boolean canGoInParts(ItemDefinition item) {
        return !item.registersSubjects()
                && !StatedFacts.areStatedBy(item)
                && item.dedupeKey().contains(ItemDefinition.SUBJECT)
                && (item.dedupeFallback().isEmpty() || holdsSubject(item.dedupeFallback()));
    }

    private static boolean holdsSubject(List<String> key) {
        return key.contains(ItemDefinition.SUBJECT);
    }
}
