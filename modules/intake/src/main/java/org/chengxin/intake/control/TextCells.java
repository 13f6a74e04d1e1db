package org.chengxin.intake.control;

import java.util.ArrayList;
import java.util.List;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.kernel.text.Masking;
import org.chengxin.kernel.text.TextCleaning;

/** Cells of names and prose. */
final class TextCells {

    private TextCells() {}

    /** Cleans prose; what stands for nothing becomes null, and is counted. */
    private static String prose(String cell, RowDraft draft) {
        String text = Clean.isClean(cell) ? cell : draft.count(TextCleaning.prose(cell));
        if (Blank.isPlaceholder(text)) {
            draft.count(Clean.PLACEHOLDER_REMOVED);
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    private static void remarkLength(FieldDefinition field, String text, RowDraft draft) {
        Integer limit = field.maxLength();
        if (limit != null && text.codePointCount(0, text.length()) > limit) {
            draft.find(FindingRule.TOO_LONG, field, text, String.valueOf(limit));
        }
    }

    /** One line or prose. */
    record OfProse(FieldDefinition field) implements CellReader {
        @Override
        public Object read(String cell, RowDraft draft) {
            String text = prose(cell, draft);
            if (text == null) {
                return null;
            }
            remarkLength(field, text, draft);
            if (!field.personal() && !Masking.maskIdsIn(text).equals(text)) {
                draft.find(FindingRule.PERSONAL_NUMBER_IN_TEXT, field, text);
            }
            return text;
        }
    }

    /** The name of the subject. */
    record OfSubjectName(FieldDefinition field) implements CellReader {

        private static final String NEVER_AT_THE_END = "，。、；：,;.:#*·-_/\\+=~!?！？（([{【〔<《'\"“‘|&@";
        private static final String[] MORE_THAN_ONE = {"、", "；", ";", "及相关", "及其", "等单位", "等公司", "等企业", "和责任人"};

        @Override
        public Object read(String cell, RowDraft draft) {
            String name = prose(cell, draft);
            if (name == null) {
                return null;
            }
            remarkLength(field, name, draft);
            if (name.chars().noneMatch(Character::isLetter)) {
                draft.find(FindingRule.NAME_UNREADABLE, field, name);
                return null;
            }
            int end = name.length();
            while (end > 0 && NEVER_AT_THE_END.indexOf(name.charAt(end - 1)) >= 0) {
                end--;
            }
            if (end < name.length()) {
                draft.suggest(FindingRule.NAME_TRAILING, field, name, name.substring(0, end));
                return name;
            }
            for (String mark : MORE_THAN_ONE) {
                if (name.contains(mark)) {
                    draft.find(FindingRule.SEVERAL_SUBJECTS, field, name);
                    break;
                }
            }
            return name;
        }
    }

    /** Several names, kept with ； between them. */
    record OfNames(FieldDefinition field) implements CellReader {

        private static final String SEPARATORS = "；;、|\n";

        @Override
        public Object read(String cell, RowDraft draft) {
            List<String> names = new ArrayList<>();
            int from = 0;
            for (int i = 0; i <= cell.length(); i++) {
                if (i == cell.length() || SEPARATORS.indexOf(cell.charAt(i)) >= 0) {
                    String name = prose(cell.substring(from, i), draft);
                    if (name != null && !names.contains(name)) {
                        names.add(name);
                    }
                    from = i + 1;
                }
            }
            return names.isEmpty() ? null : String.join("；", names);
        }
    }

    /** A telephone number; an odd one is kept, since only a person can tell. */
    record OfPhone(FieldDefinition field) implements CellReader {

        private static final int FEWEST_DIGITS = 7;
        private static final String ALLOWED = "+-()转 /,;、";

        @Override
        public Object read(String cell, RowDraft draft) {
            String phone = draft.count(TextCleaning.date(cell));
            if (Blank.isPlaceholder(phone)) {
                draft.count(Clean.PLACEHOLDER_REMOVED);
                return null;
            }
            int digits = 0;
            int others = 0;
            for (int i = 0; i < phone.length(); i++) {
                char c = phone.charAt(i);
                if (c >= '0' && c <= '9') {
                    digits++;
                } else if (ALLOWED.indexOf(c) < 0) {
                    others++;
                }
            }
            if (digits < FEWEST_DIGITS || others > 0) {
                draft.find(FindingRule.PHONE_UNREADABLE, field, phone);
            }
            return phone;
        }
    }
}
