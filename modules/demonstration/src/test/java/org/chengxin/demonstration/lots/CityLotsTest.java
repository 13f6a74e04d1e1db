package org.chengxin.demonstration.lots;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.util.ArrayList;
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

    private static final List<Lot> LOTS = lots(TODAY);
    private final List<Lot> lots = LOTS;

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
        List<String> missing = new ArrayList<>();
        good().forEach(lot -> {
            List<JsonObject> fields = fields(lot);
            List<String> required = fields.stream()
                    .filter(field -> field.getBoolean("required", false))
                    .map(field -> field.getString("name"))
                    .toList();
            Map<String, List<String>> groups = fields.stream()
                    .filter(field -> field.containsKey("requiredGroup"))
                    .collect(Collectors.groupingBy(
                            field -> field.getString("requiredGroup"),
                            Collectors.mapping(field -> field.getString("name"), Collectors.toList())));
            for (Map<String, String> row : lot.rows()) {
                required.stream()
                        .filter(field -> !row.containsKey(field))
                        .forEach(field -> missing.add(lot.key() + " " + field));
                groups.values().stream()
                        .filter(group -> group.stream().noneMatch(row::containsKey))
                        .forEach(group -> missing.add(lot.key() + " " + group));
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void everyLotIsAFileWithALineForEachRow() {
        assertThat(lots).allSatisfy(lot -> assertThat(
                        LotText.rows(lot.item(), lot.rows()).lines())
                .hasSize(lot.rows().size() + 1));
    }

    @Test
    void everyCodeIsValid() {
        List<String> wrong = new ArrayList<>();
        good().forEach(lot -> {
            for (JsonObject field : fields(lot)) {
                for (Map<String, String> row : lot.rows()) {
                    String value = row.get(field.getString("name"));
                    if (value != null && check(field.getString("type"), value) != CodeCheck.VALID) {
                        wrong.add(lot.key() + " " + field.getString("name") + " " + value);
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
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
        List<String> wrong = new ArrayList<>();
        good().forEach(lot -> fields(lot).stream()
                .filter(field -> field.getString("type").equals("DATE"))
                .forEach(field -> {
                    boolean decision = field.getString("meaning", "").equals("DECIDED_ON");
                    for (Map<String, String> row : lot.rows()) {
                        String value = row.get(field.getString("name"));
                        if (value != null && LocalDate.parse(value).isAfter(TODAY) && decision) {
                            wrong.add(lot.key() + " " + field.getString("name") + " " + value);
                        }
                    }
                }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void noRecordIsThereTwice() {
        List<String> twice = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        good().filter(lot -> !lot.key().equals("changes")).forEach(lot -> {
            List<String> key =
                    CatalogueResources.item(lot.item()).getJsonArray("dedupeKey").getValuesAs(JsonString.class).stream()
                            .map(part -> part.getString().equals("subject") ? "subjectName" : part.getString())
                            .toList();
            for (Map<String, String> row : lot.rows()) {
                List<String> values = new ArrayList<>(List.of(lot.item()));
                key.forEach(field -> values.add(row.getOrDefault(field, "")));
                if (!seen.add(values)) {
                    twice.add(lot.key() + " " + values);
                }
            }
        });
        assertThat(twice).isEmpty();
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
