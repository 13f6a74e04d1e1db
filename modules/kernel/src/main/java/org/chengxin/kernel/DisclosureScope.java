package org.chengxin.kernel;

import java.util.Map;
import java.util.Optional;
import org.chengxin.kernel.text.TextCleaning;

/**
 * Who may see a record: the three openness values of the national basic catalogue (公开公示, 政务共享, 授权查询) and
 * "not decided yet". There is deliberately no default: unknown means withheld.
 */
public enum DisclosureScope {
    /** 公开公示: everyone. */
    PUBLIC,
    /** 政务共享: government departments. */
    GOVERNMENT,
    /** 授权查询: with the subject's authorisation. */
    AUTHORISED,
    /** 未确定: a person has to decide first. */
    UNDETERMINED;

    private static final Map<String, DisclosureScope> WORDS = Map.ofEntries(
            Map.entry("公开公示", PUBLIC),
            Map.entry("公示", PUBLIC),
            Map.entry("公开", PUBLIC),
            Map.entry("社会公开", PUBLIC),
            Map.entry("0", PUBLIC),
            Map.entry("政务共享", GOVERNMENT),
            Map.entry("仅政府部门内部共享", GOVERNMENT),
            Map.entry("政府部门内部共享", GOVERNMENT),
            Map.entry("政府内部", GOVERNMENT),
            Map.entry("1", GOVERNMENT),
            Map.entry("授权查询", AUTHORISED),
            Map.entry("仅可授权查询", AUTHORISED),
            Map.entry("2", AUTHORISED),
            Map.entry("未确定", UNDETERMINED),
            Map.entry("不能确定", UNDETERMINED));

    /**
     * Reads the words of the interface (PUBLIC …), the Chinese words, and the codes 0/1/2 of the 2017 form of Suzhou
     * (信息使用范围). That form read blank as 0; here blank is nothing, and the caller has to treat nothing as
     * {@link #UNDETERMINED}.
     *
     * @return empty for null, blank and for every word that is not known
     */
    public static Optional<DisclosureScope> parse(String text) {
        String word = TextCleaning.token(text);
        for (DisclosureScope scope : values()) {
            if (scope.name().equals(word)) {
                return Optional.of(scope);
            }
        }
        return Optional.ofNullable(WORDS.get(word));
    }

    /** The key of this scope's name in the bundle {@code org.chengxin.kernel.Messages}. */
    public String messageKey() {
        return "DisclosureScope." + name();
    }
}
