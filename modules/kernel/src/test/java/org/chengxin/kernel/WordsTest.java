package org.chengxin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void everyRoleHasItsConstant() throws IllegalAccessException {
        Set<String> constants = new HashSet<>();
        for (Field field : Role.Names.class.getFields()) {
            assertThat(field.get(null)).isEqualTo(field.getName());
            constants.add(field.getName());
        }
        assertThat(constants)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, PUBLIC",
        "government, GOVERNMENT",
        "公开公示, PUBLIC",
        "公示, PUBLIC",
        "公开, PUBLIC",
        "政务共享, GOVERNMENT",
        "仅政府部门内部共享, GOVERNMENT",
        "政府内部, GOVERNMENT",
        "授权查询, AUTHORISED",
        "仅可授权查询, AUTHORISED",
        "未确定, UNDETERMINED",
        "不能确定, UNDETERMINED",
        "0, PUBLIC",
        "１, GOVERNMENT",
        "' 2 ', AUTHORISED"
    })
    void readsScopes(String text, DisclosureScope expected) {
        assertThat(DisclosureScope.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "\u3000", "3", "不公开", "null"})
    void whatIsMissingOrUnknownIsNeverAScope(String text) {
        assertThat(DisclosureScope.parse(text)).isEmpty();
    }

    @Test
    void readsSections() {
        for (Section section : Section.values()) {
            assertThat(Section.parse(section.pathName())).contains(section);
        }
        assertThat(Section.WARNING.pathName()).isEqualTo("warning");
        assertThat(Section.parse("警示信息")).contains(Section.ALERT);
        assertThat(Section.parse("")).isEmpty();
        assertThat(Section.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "轻微, MINOR",
        "一般, ORDINARY",
        "较重, GRAVE",
        "严重, SERIOUS",
        "1, ORDINARY",
        "2, GRAVE",
        "3, SERIOUS",
        "minor, MINOR"
    })
    void readsSeverities(String text, Severity expected) {
        assertThat(Severity.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "0", "未定", "4"})
    void aSeverityThatWasNotStatedIsNone(String text) {
        assertThat(Severity.parse(text)).isEmpty();
    }

    @Test
    void aProcessIsNobody() {
        Actor process = Actor.process("period-end");
        assertThat(process.isPerson()).isFalse();
        assertThat(process.actsFor(1L)).isFalse();
        assertThat(process.actsFor(null)).isFalse();
        assertThat(Arrays.stream(Role.values()).noneMatch(process::has)).isTrue();
        Actor clerk = new Actor(7L, "clerk.env", "张三", 1L, "env", "生态环境局", Set.of(Role.CLERK));
        assertThat(clerk.isPerson()).isTrue();
        assertThat(clerk.has(Role.CLERK)).isTrue();
        assertThat(clerk.actsFor(1L)).isTrue();
    }

    @Test
    void aRefusalCarriesItsCodeAndArguments() {
        BusinessRefusal refusal = BusinessRefusal.conflict("LOT_ALREADY_REVIEWED", "L-1", null, 3);
        assertThat(refusal.kind()).isEqualTo(BusinessRefusal.Kind.CONFLICT);
        assertThat(refusal.code()).isEqualTo("LOT_ALREADY_REVIEWED");
        assertThat(refusal.arguments()).containsExactly("L-1", "", "3");
        assertThat(refusal).hasMessage("LOT_ALREADY_REVIEWED [L-1, null, 3]");
        assertThatThrownBy(() -> BusinessRefusal.invalid("no code")).isInstanceOf(IllegalArgumentException.class);
    }
}
