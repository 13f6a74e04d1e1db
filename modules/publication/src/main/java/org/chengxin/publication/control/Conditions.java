package org.chengxin.publication.control;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The WHERE of a statement with its values, in the order in which they were added. */
final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /**
     * @param condition program text with as many question marks as there are values
     */
    Conditions and(String condition, Object... of) {
        conditions.add(condition);
        values.addAll(List.of(of));
        return this;
    }

    String sql() {
        return conditions.stream().collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    /** Sets the values from this position on; the position after them. */
    int set(PreparedStatement statement, int from) throws SQLException {
        int at = from;
        for (Object value : values) {
            statement.setObject(at++, value);
        }
        return at;
    }
}
