package org.chengxin.catalogue.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.chengxin.catalogue.definition.CodeTableDefinition.Value;
import org.junit.jupiter.api.Test;

class CodeTableDefinitionTest {

    private final CodeTableDefinition states = new CodeTableDefinition(
            "STATE",
            "状态",
            false,
            List.of(new Value("1", "正常", "Active", List.of("开业", "（开业）")), new Value("4", "注销", null, List.of("④"))));

    @Test
    void findsAValueByCodeTitleAndTheWordsOfSources() {
        assertThat(states.find("1")).map(Value::value).contains("1");
        assertThat(states.find(" 正 常")).map(Value::value).contains("1");
        assertThat(states.find("(开业)")).map(Value::value).contains("1");
        assertThat(states.find("④")).map(Value::value).contains("4");
        assertThat(states.find("４")).map(Value::value).contains("4");
        assertThat(states.find("停业")).isEmpty();
        assertThat(states.find(null)).isEmpty();
    }

    @Test
    void isTheSameAfterBeingWrittenAndRead() {
        assertThat(CodeTableDefinition.fromJson(states.toJson())).isEqualTo(states);
    }

    @Test
    void refusesAWordThatWouldMeanTwoValues() {
        List<Value> ambiguous =
                List.of(new Value("1", "停业", null, List.of("2")), new Value("2", "注销", null, List.of()));

        assertThatThrownBy(() -> new CodeTableDefinition("STATE", null, false, ambiguous))
                .hasMessageContaining("two values");
    }

    @Test
    void aTableOfASourceNamesItsStandard() {
        CodeTableDefinition local = new CodeTableDefinition(
                "LOCAL", "地税状态", "STATE", false, List.of(states.values().get(0)));
        assertThat(CodeTableDefinition.fromJson(local.toJson())).isEqualTo(local);
        assertThat(local.standard()).isEqualTo("STATE");
        assertThat(states.standard()).isNull();
    }
}
