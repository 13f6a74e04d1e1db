package org.chengxin.intake.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.boundary.CatalogueEntry;
import org.chengxin.intake.control.CheckOptions;
import org.chengxin.intake.control.CheckedRow;
import org.chengxin.intake.control.EnteredRecord;
import org.chengxin.intake.control.FindingSeverity;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CurrentActor;

/** A clerk enters one record by hand (F03): the same rules as for a file, and in the end a lot of one row. */
@Stateless
@RolesAllowed(Role.Names.CLERK)
public class EntryDesk {

    private static final String JSON = "application/json";

    @Inject
    Catalogue catalogue;

    @Inject
    CurrentActor currentActor;

    @Inject
    ApplicationClock clock;

    @Inject
    Submissions submissions;

    /**
     * What came of it.
     *
     * @param receipt of the lot; null while there is none
     * @param findings which keep it from being one, or which its sender should have seen before; empty with a receipt
     */
    public record Answer(Submissions.Receipt receipt, List<FindingView> findings) {}

    /**
     * The form of an item in its live version.
     *
     * @throws BusinessRefusal NOT_FOUND ITEM_UNKNOWN; FORBIDDEN NOT_SUPPLIER
     */
    public EntryForm form(String itemCode) {
        return EnteredRecord.form(supplied(itemCode).definition(), catalogue.codeTables());
    }

    /**
     * Enters a record. What the rules call an error is never taken; what is doubtful is taken when its sender has seen
     * it, and then waits in its lot to be confirmed or changed like the row of a file.
     *
     * @param values field → what was typed
     * @param seen doubts are taken
     * @throws BusinessRefusal NOT_FOUND ITEM_UNKNOWN; FORBIDDEN NOT_SUPPLIER; INVALID FIELD_UNKNOWN, FIELDS_MISSING or
     *     TOO_LONG
     */
    public Answer enter(String itemCode, Map<String, String> values, boolean seen) {
        CatalogueEntry item = supplied(itemCode);
        EnteredRecord record = new EnteredRecord(item.definition(), values);
        CheckedRow row = record.check(catalogue.codeTables(), new CheckOptions(false, clock.today()));
        boolean refused = row.findings().stream()
                .anyMatch(finding -> finding.severity() == FindingSeverity.ERROR
                        || finding.severity() == FindingSeverity.SUSPECT && !seen);
        if (refused) {
            return new Answer(
                    null,
                    row.findings().stream()
                            .map(finding -> FindingView.of(item.definition(), finding))
                            .toList());
        }
        return new Answer(send(itemCode, record), List.of());
    }

    private Submissions.Receipt send(String itemCode, EnteredRecord record) {
        byte[] content = record.file();
        Path file = null;
        try {
            file = Files.createTempFile("chengxin-entry-", ".json");
            Files.write(file, content);
            return submissions.submit(
                    new Submissions.Statement(itemCode, null, null, null, "FORM", null),
                    new LotFile(file, itemCode + ".json", JSON, record.sha256(), content.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            // the folder is the system's for temporary files, which clears it; the lot itself is not concerned
        }
    }

    private CatalogueEntry supplied(String itemCode) {
        CatalogueEntry item = catalogue.item(itemCode == null ? "" : itemCode);
        if (!item.suppliedBy(currentActor.get().organisationId())) {
            throw BusinessRefusal.forbidden("NOT_SUPPLIER", itemCode);
        }
        return item;
    }
}
