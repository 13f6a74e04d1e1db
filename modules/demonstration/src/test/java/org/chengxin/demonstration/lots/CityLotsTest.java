package org.chengxin.demonstration.lots;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengxin.demonstration.CatalogueResources;
import org.chengxin.demonstration.LotText;
import org.chengxin.demonstration.lots.Lot.Course;
import org.chengxin.kernel.code.CitizenId;
import org.chengxin.kernel.code.CodeCheck;
import org.chengxin.kernel.code.OrganisationCode;
import org.chengxin.kernel.code.PatentNumber;
import org.chengxin.kernel.code.RegistrationNumber;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.junit.jupiter.api.Test;

class CityLotsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final Set<String> FLAWED = Set.of("environment-flawed", "grades-waiting", "penalties-waiting-bank");

    private final List<Lot> lots = lots(TODAY);

    private static List<Lot> lots(LocalDate day) {
        CityLots city = CityLots.on(day);
        return Stream.concat(Stream.of(city.registration()), city.others().stream())
                .toList();
    }

    private Stream<Lot> good() {
        return lots.stream().filter(lot -> !FLAWED.contains(lot.key()));
    }

    @Test
    void theSameDayMakesTheSameCityAndAnotherDayOtherDates() {
        assertThat(lots(TODAY)).isEqualTo(lots);
        assertThat(lots(TODAY.plusDays(1))).isNotEqualTo(lots).hasSameSizeAs(lots);
    }

    @Test
    void everyItemOfTheCatalogueHasApprovedRecordsAndKeysAreUnique() {
        assertThat(lots).extracting(Lot::key).doesNotHaveDuplicates();
        Set<String> items = CatalogueResources.items().stream()
                .map(item -> item.getString("code"))
                .collect(Collectors.toSet());
        assertThat(lots)
                .filteredOn(lot -> lot.course() == Course.APPROVED)
                .extracting(Lot::item)
                .containsAll(items);
        assertThat(lots).allSatisfy(lot -> assertThat(lot.rows()).isNotEmpty());
    }

    @Test
    void everyLotIsSentByASupplierOfItsItem() {
        assertThat(lots).allSatisfy(lot -> assertThat(
                        CatalogueResources.item(lot.item())
                                .getJsonArray("suppliers")
                                .getValuesAs(JsonString.class)
                                .stream()
                                .map(JsonString::getString))
                .contains(lot.department()));
    }

    @Test
    void everySupplyingDepartmentHasALotForItsReviewer() {
        Set<String> suppliers = lots.stream().map(Lot::department).collect(Collectors.toSet());
        assertThat(lots)
                .filteredOn(lot -> lot.course() == Course.WAITING)
                .extracting(Lot::department)
                .containsAll(suppliers);
    }

    @Test
    void everyRequiredFieldIsFilled() {
        good().forEach(lot -> {
            List<JsonObject> fields = fields(lot);
            Map<String, List<String>> groups = new HashMap<>();
            fields.forEach(field -> {
                if (field.containsKey("requiredGroup")) {
                    groups.computeIfAbsent(field.getString("requiredGroup"), key -> new ArrayList<>())
                            .add(field.getString("name"));
                }
            });
            for (Map<String, String> row : lot.rows()) {
                fields.stream()
                        .filter(field -> field.getBoolean("required", false))
                        .forEach(field -> assertThat(row).as(lot.key()).containsKey(field.getString("name")));
                groups.values()
                        .forEach(group -> assertThat(row.keySet()).as(lot.key()).containsAnyElementsOf(group));
            }
            assertThat(LotText.rows(lot.item(), lot.rows()).lines())
                    .as(lot.key())
                    .hasSize(lot.rows().size() + 1);
        });
    }

    @Test
    void everyCodeIsValid() {
        good().forEach(lot -> {
            for (JsonObject field : fields(lot)) {
                for (Map<String, String> row : lot.rows()) {
                    String value = row.get(field.getString("name"));
                    if (value != null) {
                        assertThat(check(field.getString("type"), value))
                                .as("%s %s %s", lot.key(), field.getString("name"), value)
                                .isEqualTo(CodeCheck.VALID);
                    }
                }
            }
        });
    }

    private static CodeCheck check(String type, String value) {
        return switch (type) {
            case "UNIFIED_CODE", "SUBJECT_CODE", "TAXPAYER_NUMBER" -> UnifiedSocialCreditCode.check(value);
            case "ORGANISATION_CODE" -> OrganisationCode.check(value);
            case "REGISTRATION_NUMBER" -> RegistrationNumber.check(value);
            case "CITIZEN_ID" -> CitizenId.check(value);
            case "PATENT_NUMBER" -> PatentNumber.check(value);
            default -> CodeCheck.VALID;
        };
    }

    @Test
    void everyDateExistsAndNoDecisionIsYetToCome() {
        good().forEach(lot -> fields(lot).stream()
                .filter(field -> field.getString("type").equals("DATE"))
                .forEach(field -> lot.rows().forEach(row -> {
                    String value = row.get(field.getString("name"));
                    if (value != null) {
                        LocalDate date = LocalDate.parse(value);
                        if (field.getString("meaning", "").equals("DECIDED_ON")) {
                            assertThat(date).as(lot.key()).isBeforeOrEqualTo(TODAY);
                        }
                    }
                })));
    }

    @Test
    void noRecordIsThereTwice() {
        Map<String, Set<List<String>>> seen = new HashMap<>();
        good().filter(lot -> !lot.key().equals("changes")).forEach(lot -> {
            List<String> key = new ArrayList<>();
            CatalogueResources.item(lot.item())
                    .getJsonArray("dedupeKey")
                    .getValuesAs(JsonString.class)
                    .forEach(part -> {
                        if (part.getString().equals("subject")) {
                            key.add("subjectName");
                        } else {
                            key.add(part.getString());
                        }
                    });
            for (Map<String, String> row : lot.rows()) {
                List<String> values =
                        key.stream().map(field -> row.getOrDefault(field, "")).toList();
                assertThat(seen.computeIfAbsent(lot.item(), item -> new HashSet<>())
                                .add(values))
                        .as("%s %s", lot.key(), values)
                        .isTrue();
            }
        });
    }

    @Test
    void officersAndReviewersFindSomethingLeftOpen() {
        Set<String> undetermined = lots.stream()
                .filter(lot -> lot.course() == Course.APPROVED)
                .filter(lot -> lot.rows().stream().anyMatch(row -> row.containsKey("scope"))
                        && lot.rows().stream().anyMatch(row -> !row.containsKey("scope")))
                .map(Lot::department)
                .collect(Collectors.toSet());
        assertThat(undetermined)
                .contains("env", "market", "tax", "labour", "bank", "court", "water", "power", "science");
        Set<String> unclassified = lots.stream()
                .filter(lot -> lot.course() == Course.APPROVED)
                .filter(lot ->
                        lot.rows().stream().anyMatch(row -> row.containsKey("facts") && !row.containsKey("severity"))
                                && lot.item().startsWith("PEN-"))
                .map(Lot::department)
                .collect(Collectors.toSet());
        assertThat(unclassified).contains("env", "market", "tax", "labour", "bank");
    }

    @Test
    void periodsEndTodayTomorrowInAWeekAndInAMonthAndEndedYesterday() {
        Set<LocalDate> ends = lots.stream()
                .filter(lot -> lot.course() == Course.APPROVED)
                .flatMap(lot -> lot.rows().stream())
                .filter(row -> row.containsKey("endsOn") && row.containsKey("severity"))
                .map(row -> LocalDate.parse(row.get("endsOn")))
                .collect(Collectors.toSet());
        assertThat(ends).contains(TODAY.minusDays(1), TODAY, TODAY.plusDays(1), TODAY.plusDays(7), TODAY.plusDays(30));
    }

    @Test
    void aShowcaseHasSomethingOfNearlyEverything() {
        City city = City.on(TODAY);
        assertThat(city.showcases()).hasSize(3).allSatisfy(each -> {
            Set<String> items = lots.stream()
                    .filter(lot ->
                            lot.rows().stream().anyMatch(row -> each.name().equals(row.get("subjectName"))))
                    .map(Lot::item)
                    .collect(Collectors.toSet());
            assertThat(items)
                    .contains(
                            "REG-BASIC",
                            "LIC-ADMIN",
                            "TAX-GRADE",
                            "COURT-EXEC",
                            "UTIL-WATER",
                            "HONOUR",
                            "BANK-LOAN",
                            "LABOUR-SOCIAL",
                            "PEN-ADMIN",
                            "PEN-ENV");
        });
    }

    private static List<JsonObject> fields(Lot lot) {
        return CatalogueResources.item(lot.item()).getJsonArray("fields").getValuesAs(JsonObject.class);
    }
}
