package org.chengxin.intake.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.chengxin.kernel.code.RegistrationNumber;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;

/** Right values of every type of field, by chance and the same at each run. */
final class FieldValues {

    private static final String CHARACTERS = "江南苏州某染织化工建设环境违规排放废水超标限期改正警告决定处理责任安全检查记录公告㐀𠀀";
    private static final String AMONG = "，。“”,\";|'()=+-@#&<>\\/%";
    private static final List<String> PATENTS = List.of("201710601862.3", "95115608.X", "97101765.4");
    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Random random;
    private final Map<String, CodeTableDefinition> tables;

    FieldValues(long seed, Map<String, CodeTableDefinition> tables) {
        this.random = new Random(seed);
        this.tables = tables;
    }

    /**
     * A row of an item: every field filled, nothing in it that contradicts the rest.
     *
     * @return field → text as it is written, which is also how it has to come out
     */
    Map<String, String> row(ItemDefinition item) {
        UnifiedSocialCreditCode code = UnifiedSocialCreditCode.generate("91", "320500", random.nextInt(90_000_000));
        LocalDate decided = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(150));
        Map<String, String> row = new LinkedHashMap<>();
        String name = word(6, 30, false);
        for (FieldDefinition field : item.fields()) {
            row.put(
                    field.name(),
                    switch (field.meaning()) {
                        case SUBJECT_NAME, OTHER_NAME -> name;
                        case SEVERITY -> List.of("轻微", "一般", "较重", "严重").get(random.nextInt(4));
                        case SCOPE -> List.of("公开公示", "政务共享", "授权查询").get(random.nextInt(3));
                        case ESTABLISHED_ON ->
                            decided.minusYears(1 + random.nextInt(20)).toString();
                        case DECIDED_ON -> decided.toString();
                        case ENDS_ON -> decided.plusDays(random.nextInt(1000)).toString();
                        case PERIOD_MONTHS -> String.valueOf(1 + random.nextInt(36));
                        default -> value(field, code);
                    });
        }
        return row;
    }

    private String value(FieldDefinition field, UnifiedSocialCreditCode code) {
        int longest = field.maxLength() == null ? 60 : Math.min(60, field.maxLength());
        LocalDate day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(9_000));
        return switch (field.type()) {
            case TEXT -> word(2, Math.max(3, longest / 2), true);
            case LONG_TEXT -> word(10, Math.max(11, longest), true);
            case NAMES -> word(3, 10, false) + "；" + word(11, 15, false);
            case DATE -> day.toString();
            case YEAR -> day.toString().substring(0, 4);
            case MONTH -> day.toString().substring(0, 7);
            case PERIOD -> day + "/" + day.plusDays(random.nextInt(4_000));
            case INTEGER -> String.valueOf(random.nextInt(1_000_000));
            case AMOUNT_YUAN -> amount(900_000_000, 2);
            case AMOUNT_WAN -> amount(90_000_000, 6);
            case CODE -> {
                List<CodeTableDefinition.Value> values =
                        tables.get(field.codeTable()).values();
                yield values.get(random.nextInt(values.size())).value();
            }
            case SUBJECT_CODE, UNIFIED_CODE, TAXPAYER_NUMBER -> code.value();
            case ORGANISATION_CODE -> code.organisationCode().value();
            case REGISTRATION_NUMBER ->
                RegistrationNumber.generate("320500", random.nextInt(10_000_000))
                        .value();
            case CITIZEN_ID -> citizen(day);
            case PHONE -> "0512-" + (60_000_000 + random.nextInt(9_999_999));
            case PATENT_NUMBER -> PATENTS.get(random.nextInt(PATENTS.size()));
        };
    }

    /** As the register holds it: a number without superfluous digits. */
    private String amount(int most, int scale) {
        BigDecimal value = BigDecimal.valueOf(1 + random.nextInt(most), random.nextInt(scale + 1));
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private String word(int shortest, int longest, boolean withMarks) {
        int[] characters = CHARACTERS.codePoints().toArray();
        int length = shortest + random.nextInt(longest - shortest);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            boolean mark = withMarks && i > 0 && i < length - 1 && random.nextInt(5) == 0;
            word.appendCodePoint(
                    mark
                            ? AMONG.charAt(random.nextInt(AMONG.length()))
                            : characters[random.nextInt(characters.length)]);
        }
        return word.append('某').toString();
    }

    private String citizen(LocalDate born) {
        String number = "320500" + born.toString().replace("-", "") + (100 + random.nextInt(900));
        int sum = 0;
        for (int i = 0; i < CITIZEN_WEIGHTS.length; i++) {
            sum += CITIZEN_WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return number + "10X98765432".charAt(sum % 11);
    }

    /** Whether the content holds the field at all; the scope is kept beside it. */
    static boolean isContent(FieldDefinition field) {
        return field.meaning() != FieldMeaning.SCOPE;
    }
}
