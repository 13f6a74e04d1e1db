package org.chengxin.intake.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.catalogue.boundary.Catalogue;
import org.chengxin.catalogue.boundary.CatalogueEntry;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.intake.control.CheckOptions;
import org.chengxin.intake.control.ConfirmedLayout;
import org.chengxin.intake.control.CorrectionFile;
import org.chengxin.intake.control.FileCheck;
import org.chengxin.intake.control.HeaderMapping;
import org.chengxin.intake.control.Limits;
import org.chengxin.intake.control.MappingProposal;
import org.chengxin.intake.control.RowChecker;
import org.chengxin.intake.control.RowSource;
import org.chengxin.intake.control.TabularReader;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.Role;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.organisation.boundary.CurrentActor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A clerk looks at a file before it is sent: what it is, and which column is read as which field. Nothing is kept. */
@Stateless
@RolesAllowed(Role.Names.CLERK)
public class FilePreviews {

    /** So many rows show what a column holds. */
    static final int ROWS = 5;

    @Inject
    Catalogue catalogue;

    @Inject
    CurrentActor currentActor;

    @Inject
    ApplicationClock clock;

    @Inject
    @ConfigProperty(name = "chengxin.lot.max-bytes", defaultValue = "268435456")
    long maxBytes;

    @Inject
    @ConfigProperty(name = "chengxin.lot.max-rows", defaultValue = "1000000")
    long maxRows;

    /**
     * What the checks find in the first rows of the file, were it sent now; two statements, however many rows.
     *
     * @param mapping as it would be sent
     * @param historic as an import of old data (F20)
     * @return null for a mapping that could not be sent either
     * @throws BusinessRefusal NOT_FOUND ITEM_UNKNOWN; FORBIDDEN NOT_SUPPLIER
     * @throws org.chengxin.intake.control.UnreadableFile when it breaks off within these rows
     */
    public FileFindings check(String itemCode, LotFile file, HeaderMapping mapping, boolean historic) {
        ItemDefinition item = supplied(itemCode).definition();
        if (!mapping.problems(item).isEmpty()) {
            return null;
        }
        RowChecker checker =
                new RowChecker(item, catalogue.codeTables(), mapping, new CheckOptions(historic, clock.today()));
        try (RowSource source = open(file)) {
            return new FileCheck(checker).of(source);
        }
    }

    private CatalogueEntry supplied(String itemCode) {
        CatalogueEntry item = catalogue.item(itemCode);
        if (!item.suppliedBy(currentActor.get().organisationId())) {
            throw BusinessRefusal.forbidden("NOT_SUPPLIER", itemCode);
        }
        return item;
    }

    private RowSource open(LotFile file) {
        return CorrectionFile.orAsItIs(
                TabularReader.open(file.file(), file.mediaType(), Limits.STANDARD.with(maxBytes, maxRows)));
    }

    /**
     * The file as it would be read.
     *
     * @throws BusinessRefusal NOT_FOUND ITEM_UNKNOWN; FORBIDDEN NOT_SUPPLIER
     * @throws org.chengxin.intake.control.UnreadableFile when it is no table that can be read
     */
    public FilePreview of(String itemCode, LotFile file) {
        CatalogueEntry item = supplied(itemCode);
        Long organisation = currentActor.get().organisationId();
        try (RowSource source = open(file)) {
            Optional<ConfirmedLayout> known = ConfirmedLayout.of(catalogue, item, organisation, source);
            MappingProposal proposal = MappingProposal.propose(item.definition(), source.header());
            List<List<String>> rows = new ArrayList<>();
            String corrects = null;
            while (rows.size() < ROWS && source.next()) {
                rows.add(List.copyOf(source.cells()));
                if (corrects == null && source instanceof CorrectionFile correction) {
                    corrects = correction
                            .origin()
                            .map(CorrectionFile.Origin::lotNo)
                            .orElse(null);
                }
            }
            return new FilePreview(
                    source.form().kind(),
                    source.form().encoding(),
                    source.form().separator(),
                    source.headerRow(),
                    known.filter(ConfirmedLayout::template).isPresent(),
                    known.isPresent(),
                    known.map(ConfirmedLayout::mapping).orElse(proposal.mapping()),
                    known.isPresent() ? Map.of() : proposal.confidence(),
                    known.isPresent() ? List.of() : proposal.unassigned(),
                    rows,
                    source.unreadSheets(),
                    corrects);
        }
    }
}
