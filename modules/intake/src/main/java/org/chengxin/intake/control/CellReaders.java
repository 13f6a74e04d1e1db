package org.chengxin.intake.control;

import java.util.Map;
import org.chengxin.catalogue.definition.CodeTableDefinition;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.FieldMeaning;

/** Chooses how the cells of a field are read: by meaning where the meaning has words of its own, else by type. */
final class CellReaders {

    private CellReaders() {}

    static CellReader of(FieldDefinition field, Map<String, CodeTableDefinition> tables) {
        CellReader reader = byMeaning(field);
        return reader != null ? reader : byType(field, tables);
    }

    private static CellReader byMeaning(FieldDefinition field) {
        FieldMeaning meaning = field.meaning();
        return switch (meaning) {
            case SCOPE -> new StatementCells.OfScope(field);
            case SEVERITY -> new StatementCells.OfSeverity(field);
            case PERIOD_MONTHS -> new NumberCells.OfMonths(field);
            case SUBJECT_NAME -> new TextCells.OfSubjectName(field);
            default -> null;
        };
    }

    private static CellReader byType(FieldDefinition field, Map<String, CodeTableDefinition> tables) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> new TextCells.OfProse(field);
            case NAMES -> new TextCells.OfNames(field);
            case PHONE -> new TextCells.OfPhone(field);
            case DATE -> new DateCells.OfDay(field);
            case YEAR -> new DateCells.OfYear(field);
            case MONTH -> new DateCells.OfMonth(field);
            case PERIOD -> new DateCells.OfPeriod(field);
            case INTEGER -> new NumberCells.OfInteger(field);
            case AMOUNT_YUAN, AMOUNT_WAN -> new NumberCells.OfAmount(field);
            case CODE -> new StatementCells.OfCode(field, table(field, tables));
            case PATENT_NUMBER -> new CodeCells.OfPatent(field);
            case CITIZEN_ID -> new CodeCells.OfCitizen(field);
            case SUBJECT_CODE, UNIFIED_CODE, REGISTRATION_NUMBER, ORGANISATION_CODE, TAXPAYER_NUMBER ->
                new CodeCells.OfSubject(field);
        };
    }

    private static CodeTableDefinition table(FieldDefinition field, Map<String, CodeTableDefinition> tables) {
        CodeTableDefinition table = tables.get(field.codeTable());
        if (table == null) {
            throw new IllegalArgumentException("field " + field.name() + ": no code table " + field.codeTable());
        }
        return table;
    }
}
