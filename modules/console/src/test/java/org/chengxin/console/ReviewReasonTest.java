package org.chengxin.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengxin.forms.FormSchema;
import org.chengxin.forms.FormSchemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was chosen and written becomes one text, and after an undo what was written again. */
class ReviewReasonTest {

    private static final FormSchema FORM = FormSchemas.load("review-lot");

    @ParameterizedTest
    @CsvSource({
        "CONTENT, 处罚日期不符, 内容与决定书不一致：处罚日期不符, 处罚日期不符",
        "CONTENT, '', 内容与决定书不一致, ''",
        "OTHER, 处罚日期不符, 处罚日期不符, 处罚日期不符",
        ", 处罚日期不符, 处罚日期不符, 处罚日期不符",
        "CONTENT, 内容与决定书不一致：照抄, 内容与决定书不一致：内容与决定书不一致：照抄, 内容与决定书不一致：照抄"
    })
    void bothWays(String kind, String words, String joined, String back) {
        assertThat(ReviewReason.joined(FORM, kind, words)).isEqualTo(joined);
        assertThat(ReviewReason.words(FORM, kind, joined)).isEqualTo(back);
    }
}
