package org.chengxin.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class TextCleaningTest {

    @Test
    void proseKeepsItsPunctuation() {
        Cleaned cleaned = TextCleaning.prose("\uFEFF苏州（工业园区）Ａ１公司，\u00A0未按规定\r\n处理\u200B废水。\n See  below ");
        assertThat(cleaned.value()).isEqualTo("苏州（工业园区）A1公司， 未按规定处理废水。 See below");
        assertThat(cleaned.applied())
                .containsExactlyInAnyOrder(
                        CleaningRule.INVISIBLE_REMOVED,
                        CleaningRule.SPECIAL_BLANK_TO_PLAIN,
                        CleaningRule.LINE_BREAK_REMOVED,
                        CleaningRule.FULL_WIDTH_TO_HALF,
                        CleaningRule.BLANKS_SQUEEZED);
    }

    @Test
    void codesLoseEverythingThatMeansNothing() {
        Cleaned cleaned = TextCleaning.code("'苏环（２０１７）\t第 12 号－ａ");
        assertThat(cleaned.value()).isEqualTo("苏环(2017)第12号-A");
        assertThat(cleaned.applied())
                .containsExactlyInAnyOrder(
                        CleaningRule.FULL_WIDTH_TO_HALF,
                        CleaningRule.LINE_BREAK_REMOVED,
                        CleaningRule.BLANKS_REMOVED,
                        CleaningRule.UPPER_CASED,
                        CleaningRule.TEXT_MARK_REMOVED);
    }

    @Test
    void cleanTextStaysAndNoRuleIsNamed() {
        for (String text : List.of("苏州某某有限公司", "91440300708461136T", "𠮷野家餐饮", "")) {
            assertThat(TextCleaning.prose(text)).isEqualTo(new Cleaned(text, EnumSet.noneOf(CleaningRule.class)));
            assertThat(TextCleaning.code(text).isChanged()).isFalse();
        }
    }

    @Test
    void cleaningTwiceChangesNothingMore() {
        String text = " \u200BＡ\u3000\u3000b\n\n丙\n丁（）\t\u0007";
        String prose = TextCleaning.prose(text).value();
        assertThat(TextCleaning.prose(prose).isChanged()).isFalse();
        assertThat(prose).isEqualTo("A b 丙丁（）");
        assertThat(TextCleaning.code(TextCleaning.code(text).value()).isChanged())
                .isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    void nothingGivesNothing(String text) {
        assertThat(TextCleaning.prose(text).isEmpty()).isTrue();
        assertThat(TextCleaning.code(text).isEmpty()).isTrue();
        assertThat(TextCleaning.date(text).isEmpty()).isTrue();
        assertThat(TextCleaning.token(text)).isEmpty();
        assertThat(TextCleaning.fullWidthToHalf(text)).isEqualTo(text);
        assertThat(NameNormaliser.normalise(text)).isEmpty();
        assertThat(NameNormaliser.bigrams(text)).isEmpty();
        assertThat(Masking.id(text)).isEmpty();
        assertThat(Masking.phone(text)).isEmpty();
        assertThat(Masking.personName(text)).isEmpty();
        assertThat(Masking.maskIdsIn(text)).isEmpty();
        assertThat(ChineseAmount.parse(text)).isEmpty();
        assertThat(ChineseAmount.findIn(text)).isEmpty();
        assertThat(DateForms.parse(text)).isEmpty();
        assertThat(DateForms.parseExcelSerial(text)).isEmpty();
    }

    @Test
    void namesCompareWhateverTheirBrackets() {
        assertThat(NameNormaliser.normalise("苏州ａbc（集团） 有限公司"))
                .isEqualTo("苏州ABC(集团)有限公司")
                .isEqualTo(NameNormaliser.normalise("苏州ABC(集团)有限公司"))
                .isEqualTo(NameNormaliser.normalise("苏州Abc【集团】有限\n公司"));
        assertThat(NameNormaliser.normalise("阿里•买买提")).isEqualTo(NameNormaliser.normalise("阿里·买买提"));
    }

    @Test
    void bigramsAreAllPairsOnce() {
        assertThat(NameNormaliser.bigrams("中中中国")).containsExactly("中中", "中国");
        assertThat(NameNormaliser.bigrams("苏 州（a")).containsExactly("苏州", "州(", "(A");
        assertThat(NameNormaliser.bigrams("𠮷野家")).containsExactly("𠮷野", "野家");
        assertThat(NameNormaliser.bigrams("苏")).isEmpty();
    }
}
