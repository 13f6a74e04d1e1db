package org.chengxin.intake.control;

import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;
import org.chengxin.catalogue.definition.FieldType;
import org.chengxin.kernel.code.CitizenId;
import org.chengxin.kernel.code.CodeCheck;
import org.chengxin.kernel.code.PatentNumber;
import org.chengxin.kernel.code.SubjectCode;
import org.chengxin.kernel.code.SubjectCode.Classified;
import org.chengxin.kernel.code.SubjectCode.Kind;
import org.chengxin.kernel.text.Masking;
import org.chengxin.kernel.text.TextCleaning;

/** Cells of codes: checked to the last digit, never repaired. */
final class CodeCells {

    private CodeCells() {}

    private static FindingRule rule(CodeCheck check) {
        return switch (check) {
            case WRONG_LENGTH -> FindingRule.CODE_LENGTH;
            case ILLEGAL_CHARACTER -> FindingRule.CODE_CHARACTER;
            case WRONG_DIVISION -> FindingRule.CODE_DIVISION;
            case WRONG_DATE -> FindingRule.CODE_DATE;
            default -> FindingRule.CODE_CHECK_DIGIT;
        };
    }

    /** A code of a subject, or of another organisation such as the authority. */
    record OfSubject(FieldDefinition field) implements CellReader {

        @Override
        public Object read(String cell, RowDraft draft) {
            Classified code = SubjectCode.classify(cell, field.type().expectedCode());
            return switch (code.kind()) {
                case EMPTY -> null;
                case PLACEHOLDER -> {
                    draft.count(Clean.PLACEHOLDER_REMOVED);
                    yield null;
                }
                case INVALID -> invalid(code, draft);
                default -> valid(code, cell, draft);
            };
        }

        private Object invalid(Classified code, RowDraft draft) {
            String shown = code.isPersonal() ? Masking.id(code.value()) : code.value();
            String suggestion = code.suggestion().orElse(null);
            Finding finding = draft.finding(
                    rule(code.check()),
                    FindingSeverity.ERROR,
                    field,
                    shown,
                    suggestion,
                    String.valueOf(shown.length()));
            if (field.meaning() == FieldMeaning.SUBJECT_CODE) {
                draft.wrongCode = true;
                draft.findings.add(finding);
            } else {
                draft.wrongFurtherCodes.add(finding);
            }
            return null;
        }

        private Object valid(Classified code, String cell, RowDraft draft) {
            if (!code.value().equals(cell)) {
                draft.count(TextCleaning.code(cell));
            }
            boolean ofSubject = field.meaning().identifiesSubject();
            if (ofSubject) {
                draft.codes.add(code);
            }
            if (code.isPersonal() && !field.personal()) {
                // in a column of tax numbers it is what it should be; elsewhere a person has to look at it
                FindingSeverity severity = field.type() == FieldType.TAXPAYER_NUMBER
                        ? FindingSeverity.WARNING
                        : FindingRule.PERSONAL_NUMBER.severity();
                draft.add(FindingRule.PERSONAL_NUMBER, severity, field, Masking.id(code.value()), null);
                return Masking.id(code.value());
            }
            if (code.alternative().isPresent()) {
                draft.find(FindingRule.CODE_TWO_KINDS, field, code.value());
            }
            if (!isExpected(code.kind())) {
                draft.find(
                        FindingRule.CODE_OTHER_KIND,
                        field,
                        code.value(),
                        code.kind().name());
            }
            return code.value();
        }

        private boolean isExpected(Kind kind) {
            return switch (field.type()) {
                case UNIFIED_CODE -> kind == Kind.UNIFIED;
                case REGISTRATION_NUMBER ->
                    kind == Kind.REGISTRATION
                            || kind == Kind.REGISTRATION_COOPERATIVE
                            || kind == Kind.REGISTRATION_OLDER;
                case ORGANISATION_CODE -> kind == Kind.ORGANISATION;
                // since 2015 the unified code is the taxpayer's number
                case TAXPAYER_NUMBER -> kind == Kind.TAXPAYER || kind == Kind.UNIFIED || kind == Kind.CITIZEN_ID;
                default -> true;
            };
        }
    }

    /** A patent's number, kept without ZL and with its point. */
    record OfPatent(FieldDefinition field) implements CellReader {

        @Override
        public Object read(String cell, RowDraft draft) {
            String number = draft.count(TextCleaning.code(cell));
            CodeCheck check = PatentNumber.check(number);
            if (check == CodeCheck.EMPTY || check == CodeCheck.PLACEHOLDER || Blank.isPlaceholder(number)) {
                draft.count(Clean.PLACEHOLDER_REMOVED);
                return null;
            }
            if (!check.isValid()) {
                draft.unreadable(rule(check), field, number, String.valueOf(number.length()));
                return null;
            }
            return PatentNumber.parse(number).orElseThrow().value();
        }
    }

    /** A citizen's number: personal, and shown masked even in findings. */
    record OfCitizen(FieldDefinition field) implements CellReader {

        @Override
        public Object read(String cell, RowDraft draft) {
            String number = draft.count(TextCleaning.code(cell));
            CodeCheck check = CitizenId.check(number);
            if (check == CodeCheck.EMPTY || check == CodeCheck.PLACEHOLDER || Blank.isPlaceholder(number)) {
                draft.count(Clean.PLACEHOLDER_REMOVED);
                return null;
            }
            if (!check.isValid() && CitizenId.parseOlder(number).isEmpty()) {
                draft.unreadable(rule(check), field, number, String.valueOf(number.length()));
                return null;
            }
            if (field.type() == FieldType.CITIZEN_ID && field.meaning().identifiesSubject()) {
                draft.codes.add(SubjectCode.classify(number, field.type().expectedCode()));
            }
            return number;
        }
    }
}
