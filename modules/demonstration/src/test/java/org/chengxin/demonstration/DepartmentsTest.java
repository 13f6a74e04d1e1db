package org.chengxin.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DepartmentsTest {

    private final List<Department> departments = Departments.all();

    @Test
    void theFirstBatchHasTwentyFiveDepartments() {
        assertThat(departments).filteredOn(Department::firstBatch).hasSize(25);
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
