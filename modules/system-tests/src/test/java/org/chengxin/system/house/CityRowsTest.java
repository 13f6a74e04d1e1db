package org.chengxin.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.demonstration.CatalogueResources;
import org.chengxin.demonstration.LotText;
import org.chengxin.demonstration.lots.CityLots;
import org.chengxin.demonstration.lots.Lot;
import org.chengxin.intake.control.CheckOptions;
import org.chengxin.intake.control.CheckedRow;
import org.chengxin.intake.control.Finding;
import org.chengxin.intake.control.FindingRule;
import org.chengxin.intake.control.FindingSeverity;
import org.chengxin.intake.control.HeaderMapping;
import org.chengxin.intake.control.Limits;
import org.chengxin.intake.control.Outcome;
import org.chengxin.intake.control.RowChecker;
import org.chengxin.intake.control.RowSource;
import org.chengxin.intake.control.TabularReader;
import org.junit.jupiter.api.Test;

/** The lots of the demonstration city before the application's own check: only what shall be faulty is. */
class CityRowsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final Set<String> FLAWED = Set.of("environment-flawed", "grades-waiting", "penalties-waiting-bank");
    private static final Map<String, CodeTableDefinition> TABLES = CatalogueResources.codeTables().stream()
            .map(CodeTableDefinition::fromJson)
            .collect(Collectors.toMap(CodeTableDefinition::code, table -> table));

    private final CityLots city = CityLots.on(TODAY);

    private static List<CheckedRow> check(Lot lot) throws IOException {
        ItemDefinition item = ItemDefinition.fromJson(CatalogueResources.item(lot.item()));
        byte[] file = LotText.rows(lot.item(), lot.rows()).getBytes(StandardCharsets.UTF_8);
        List<CheckedRow> checked = new ArrayList<>();
        try (RowSource rows =
                TabularReader.open(new ByteArrayInputStream(file), "text/csv;charset=UTF-8", Limits.STANDARD)) {
            HeaderMapping mapping = HeaderMapping.identity(item, rows.header()).orElseThrow();
            RowChecker checker = new RowChecker(item, TABLES, mapping, new CheckOptions(lot.historic() != null, TODAY));
            while (rows.next()) {
                checked.add(checker.check(rows.rowNumber(), rows.cells()));
            }
        }
        return checked;
    }

    @Test
    void everyRowOfTheGoodLotsIsAcceptable() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Lot lot : Stream.concat(Stream.of(city.registration()), city.others().stream())
                .filter(lot -> !FLAWED.contains(lot.key()))
                .toList()) {
            List<CheckedRow> rows = check(lot);
            assertThat(rows).as(lot.key()).hasSameSizeAs(lot.rows());
            for (CheckedRow row : rows) {
                for (Finding finding : row.findings()) {
                    if (finding.severity() != FindingSeverity.INFO || row.outcome() != Outcome.ACCEPTABLE) {
                        faults.add(lot.key() + " " + lot.item() + " " + finding.rule() + " " + finding.field() + " "
                                + finding.value());
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theFaultyLotShowsWhatAClerkMeets() throws IOException {
        Lot flawed = city.others().stream()
                .filter(lot -> lot.key().equals("environment-flawed"))
                .findFirst()
                .orElseThrow();
        List<CheckedRow> rows = check(flawed);
        assertThat(rows)
                .extracting(CheckedRow::outcome)
                .contains(Outcome.REJECTED, Outcome.SUSPECT, Outcome.ACCEPTABLE);
        List<Finding> findings =
                rows.stream().flatMap(row -> row.findings().stream()).toList();
        assertThat(findings)
                .extracting(Finding::rule)
                .contains(
                        FindingRule.CODE_CHARACTER,
                        FindingRule.CODE_CHECK_DIGIT,
                        FindingRule.NAME_TRAILING,
                        FindingRule.REQUIRED_MISSING,
                        FindingRule.DATE_UNREADABLE,
                        FindingRule.DATE_IN_FUTURE,
                        FindingRule.PERIOD_TOO_LONG,
                        FindingRule.ENDS_BEFORE_DECIDED,
                        FindingRule.NO_CONTENT,
                        FindingRule.SEVERITY_UNKNOWN,
                        FindingRule.SCOPE_UNKNOWN);
        assertThat(findings)
                .filteredOn(finding -> finding.rule() == FindingRule.CODE_CHARACTER)
                .allSatisfy(finding -> assertThat(finding.suggestion()).matches("[0-9A-HJ-NPQRTUWXY]{18}"));
    }
}
