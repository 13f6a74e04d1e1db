package org.chengxin.console.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/console/task.xhtml?id=1-2", "/console/lot.xhtml?no=L1&row=2", "/console/"})
    void pagesOfTheConsoleAreWhereOneComesBackTo(String path) {
        assertThat(ReturnPath.local("/console", path)).contains(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "//evil.example/console/",
                "https://evil.example/console/",
                "/consoleevil/",
                "/console/../api/v1/records",
                "/console/..%2f..%2f",
                "/console/\\evil.example",
                "/console/a\r\nSet-Cookie: x=1",
                "javascript:alert(1)",
                "/console/sign-in.xhtml",
                "/console/sign-out",
            })
    void everythingElseIsNot(String path) {
        assertThat(ReturnPath.local("/console", path)).isEmpty();
    }

    @Test
    void aFormSentTooLateComesBackToItsPage() {
        assertThat(ReturnPath.fromReferer("/console", "https://c.example/console/task.xhtml?id=7", "c.example"))
                .contains("/console/task.xhtml?id=7");
    }

    @Test
    void aRefererOfAnotherHostLeadsNowhere() {
        assertThat(ReturnPath.fromReferer("/console", "https://evil.example/console/task.xhtml", "c.example"))
                .isEmpty();
    }
}
