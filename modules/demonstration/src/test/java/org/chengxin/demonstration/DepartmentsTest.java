package org.chengxin.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DepartmentsTest {

    private final List<Department> departments = Departments.all();

    @Test
    void theFirstBatchHasTwentyFiveDepartments() {
        assertThat(departments)
                .filteredOn(Department::firstBatch)
                .extracting(Department::shortName)
                .containsExactlyInAnyOrder(
                        "法院", "经贸委", "财政", "公安", "劳动社保", "统计", "建设", "市政公用", "城管", "水利", "文广", "卫生", "环保", "物价", "国土",
                        "房管", "工商", "国税", "地税", "质监", "药监", "海关", "人民银行", "烟草", "供电");
    }

    /** Of the ten items that the interface names, exactly its suppliers; others may have others. */
    @Test
    void itemsAreSuppliedByThoseOfTheInterfaceAndByNobodyUnknown() {
        Map<String, Set<String>> suppliers = new HashMap<>();
        for (JsonObject item : CatalogueResources.items()) {
            suppliers.put(
                    item.getString("code"),
                    item.getJsonArray("suppliers").getValuesAs(JsonString.class).stream()
                            .map(JsonString::getString)
                            .collect(Collectors.toSet()));
        }
        assertThat(suppliers)
                .containsEntry("REG-BASIC", Set.of("market"))
                .containsEntry("LIC-ADMIN", Set.of("market", "env"))
                .containsEntry("HONOUR", Set.of("market", "science"))
                .containsEntry("PEN-ADMIN", Set.of("market", "env", "tax", "bank", "labour"))
                .containsEntry("PEN-ENV", Set.of("env"))
                .containsEntry("TAX-GRADE", Set.of("tax"))
                .containsEntry("BANK-LOAN", Set.of("bank"))
                .containsEntry("LABOUR-SOCIAL", Set.of("labour"))
                .containsEntry("COURT-EXEC", Set.of("court"))
                .containsEntry("UTIL-WATER", Set.of("water"));
        Set<String> senders = departments.stream()
                .filter(Department::supplier)
                .map(Department::code)
                .collect(Collectors.toSet());
        assertThat(suppliers.values())
                .allSatisfy(those -> assertThat(those).isNotEmpty().allMatch(senders::contains));
    }

    @Test
    void parentsComeBeforeTheirChildren() {
        Set<String> seen = new HashSet<>();
        for (Department department : departments) {
            if (department.parent() != null) {
                assertThat(seen).contains(department.parent());
            }
            assertThat(seen.add(department.code())).isTrue();
        }
    }

    @Test
    void districtsAnswerToADepartmentOfTheCityAndLieInTheCity() {
        assertThat(departments)
                .filteredOn(department -> department.level().equals("COUNTY"))
                .isNotEmpty()
                .allSatisfy(department -> {
                    assertThat(department.parent()).isIn("market", "env");
                    assertThat(department.division()).startsWith("3205").isNotEqualTo("320500");
                });
    }

    @Test
    void everySupplierHasAClerkAndAReviewerWhoAreNotTheSame() {
        List<Account> accounts = Account.of(departments);
        assertThat(accounts).extracting(Account::username).doesNotHaveDuplicates();
        for (Department department : departments) {
            if (department.supplier()) {
                assertThat(accounts)
                        .extracting(Account::username)
                        .contains("clerk." + department.code(), "reviewer." + department.code());
            }
        }
        assertThat(accounts)
                .extracting(Account::username)
                .contains(
                        "clerk.market",
                        "clerk.env",
                        "clerk.tax",
                        "clerk.court",
                        "clerk.water",
                        "clerk.labour",
                        "clerk.bank",
                        "clerk.science",
                        "secrecy.authority",
                        "competent.authority",
                        "centre",
                        "window",
                        "auditor",
                        "admin",
                        "catalogue");
    }

    @Test
    void theHashFitsItsPasswordOnly() {
        String hash = PasswordHash.of("correct");
        assertThat(hash).matches("PBKDF2WithHmacSHA256:120000:[A-Za-z0-9+/=]{44}:[A-Za-z0-9+/=]{44}");
        assertThat(PasswordHash.fits(hash, "correct")).isTrue();
        assertThat(PasswordHash.fits(hash, "wrong")).isFalse();
    }
}
