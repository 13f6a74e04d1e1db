package org.chengxin.organisation.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

    @ParameterizedTest
    @CsvSource({
        "chosen-by-me-7,true",
        "elevenchars,false",
        "aaaaaaaaaaaaaaaa,false",
        "ababababcdcd,false",
        "my-Clerk.Env-12,false",
        "四十二个汉字也可以做密码,true"
    })
    void lengthAndVarietyCountAndTheNameDoesNot(String password, boolean strong) {
        assertThat(Passwords.isStrong(password, "clerk.env")).isEqualTo(strong);
    }

    @Test
    void noneIsWeak() {
        assertThat(Passwords.isStrong(null, "clerk.env")).isFalse();
    }
}
