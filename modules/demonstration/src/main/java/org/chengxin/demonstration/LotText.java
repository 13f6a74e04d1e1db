package org.chengxin.demonstration;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Writes enterprises and penalties as CSV in the layout of the item's template: the header holds the titles of the
 * item's fields, so that no mapping has to be confirmed. Which value belongs to a field is told by its meaning, or by
 * its title where its meaning is nothing special.
 */
public final class LotText {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private LotText() {}

    /** @return a lot of {@code REG-BASIC}. */
    public static String registration(List<Enterprise> enterprises) {
        return csv("REG-BASIC", enterprises, LotText::registrationValue);
    }

    /** @return rows of {@code REG-BASIC}, cells by field name. */
    public static List<Map<String, String>> registrationRows(List<Enterprise> enterprises) {
        List<JsonObject> fields =
                CatalogueResources.item("REG-BASIC").getJsonArray("fields").getValuesAs(JsonObject.class);
        List<Map<String, String>> rows = new ArrayList<>();
        for (Enterprise enterprise : enterprises) {
            Map<String, String> row = new LinkedHashMap<>();
            for (JsonObject field : fields) {
                String value = registrationValue(enterprise, field);
                if (!value.isEmpty()) {
                    row.put(field.getString("name"), value);
                }
            }
            rows.add(row);
        }
        return rows;
    }

    /** @return a lot of {@code PEN-ENV}. */
    public static String penalties(List<Penalty> penalties) {
        return csv("PEN-ENV", penalties, LotText::penaltyValue);
    }

    /**
     * Writes any lot.
     *
     * @param item code of its catalogue item
     * @param rows cells by field name
     * @throws IllegalArgumentException when a row fills a field that the item does not have
     */
    public static String rows(String item, List<Map<String, String>> rows) {
        Set<String> known = CatalogueResources.item(item).getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                .map(field -> field.getString("name"))
                .collect(Collectors.toSet());
        rows.stream().flatMap(row -> row.keySet().stream()).forEach(field -> {
            if (!known.contains(field)) {
                throw new IllegalArgumentException(item + " has no field " + field);
            }
        });
        return csv(item, rows, (row, field) -> row.getOrDefault(field.getString("name"), ""));
    }

    private static <T> String csv(String item, List<T> rows, BiFunction<T, JsonObject, String> value) {
        List<JsonObject> fields =
                CatalogueResources.item(item).getJsonArray("fields").getValuesAs(JsonObject.class);
        // a column that stays empty in every row says nothing
        Map<JsonObject, List<String>> columns = new LinkedHashMap<>();
        for (JsonObject field : fields) {
            List<String> cells =
                    rows.stream().map(row -> value.apply(row, field)).toList();
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                columns.put(field, cells);
            }
        }
        StringBuilder text = new StringBuilder();
        line(
                text,
                columns.keySet().stream().map(field -> field.getString("title")).toList());
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = new ArrayList<>();
            for (List<String> column : columns.values()) {
                cells.add(column.get(row));
            }
            line(text, cells);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(LotText::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String registrationValue(Enterprise enterprise, JsonObject field) {
        switch (field.getString("meaning", "NONE")) {
            case "SUBJECT_NAME":
                return enterprise.name();
            case "FORMER_NAMES":
                return enterprise.formerName();
            case "SUBJECT_STATUS":
                return enterprise.status();
            case "SUBJECT_KIND":
                return enterprise.type();
            case "ADDRESS":
                return enterprise.address();
            case "LEGAL_REPRESENTATIVE":
                return enterprise.representative();
            case "AUTHORITY":
                return enterprise.authority();
            case "DECIDED_ON":
                return enterprise.founded().toString();
            case "SUBJECT_CODE", "SUBJECT_CODE_SECONDARY":
                return code(enterprise, field);
            default:
                return registrationValueByTitle(enterprise, field);
        }
    }

    private static String registrationValueByTitle(Enterprise enterprise, JsonObject field) {
        String title = field.getString("title");
        if (title.contains("注册资本")) {
            return amount(enterprise.capital(), field);
        } else if (title.contains("实收资本")) {
            return amount(enterprise.paidIn(), field);
        } else if (title.contains("成立日期")) {
            return enterprise.founded().toString();
        } else if (title.contains("经营期限") || title.contains("营业期限")) {
            return field.getString("type").equals("DATE") ? "" : enterprise.term();
        } else if (title.contains("经营范围")) {
            return enterprise.scope();
        } else if (title.contains("登记机关")) {
            return enterprise.authority();
        } else if (title.contains("类型")) {
            return enterprise.type();
        } else if (title.contains("信用代码") || title.contains("注册号")) {
            return code(enterprise, field);
        }
        return "";
    }

    private static String code(Enterprise enterprise, JsonObject field) {
        String title = field.getString("title");
        if (title.contains("信用代码") && !title.contains("注册号")) {
            return enterprise.code().value();
        }
        return switch (field.getString("type")) {
            case "UNIFIED_CODE", "SUBJECT_CODE" -> enterprise.code().value();
            case "REGISTRATION_NUMBER" -> enterprise.registrationNumber();
            default -> title.contains("注册号") ? enterprise.registrationNumber() : "";
        };
    }

    private static String penaltyValue(Penalty penalty, JsonObject field) {
        return switch (field.getString("meaning", "NONE")) {
            case "SUBJECT_NAME" -> penalty.subject().name();
            case "SUBJECT_CODE", "SUBJECT_CODE_SECONDARY" -> code(penalty.subject(), field);
            case "DOCUMENT_NO" -> penalty.documentNo();
            case "FACTS" -> penalty.facts();
            case "LEGAL_BASIS" -> penalty.basis();
            case "KIND" -> penalty.kind();
            case "RESULT" -> penalty.result();
            case "AUTHORITY" -> penalty.authority();
            case "DECIDED_ON" -> penalty.decidedOn().toString();
            case "SEVERITY" -> penalty.severity();
            case "SCOPE" -> penalty.scope();
            case "ENDS_ON" -> penalty.endsOn().toString();
            case "ADDRESS" -> penalty.subject().address();
            case "LEGAL_REPRESENTATIVE" -> penalty.subject().representative();
            default -> penaltyValueByTitle(penalty, field);
        };
    }

    private static String penaltyValueByTitle(Penalty penalty, JsonObject field) {
        if (field.getString("title").contains("立案")) {
            return penalty.filedOn().toString();
        }
        boolean fine = field.getString("title").contains("罚款");
        return fine && penalty.fine().signum() > 0 ? amount(penalty.fine().divide(TEN_THOUSAND), field) : "";
    }

    /** Amounts of the city are in 10,000 yuan; the field says whether it wants that or yuan. */
    private static String amount(BigDecimal tenThousands, JsonObject field) {
        if (tenThousands.signum() == 0) {
            return "";
        }
        boolean yuan = field.getString("type").equals("AMOUNT_YUAN");
        return (yuan ? tenThousands.multiply(TEN_THOUSAND) : tenThousands)
                .stripTrailingZeros()
                .toPlainString();
    }
}
