package org.chengxin.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Copies what an engine has written of its instances, again and again, by the database: rows under way and history, each
 * copy with keys of its own. The engine itself would take minutes for a hundred thousand. It serves Camunda and Flowable,
 * whose tables and columns are of the same descent.
 */
final class MoreInstances {

    /** Of all columns that end in id_, those that name what the copies share with the original. */
    private static final String SHARED = "'proc_def_id_', 'deployment_id_', 'tenant_id_', 'act_id_', 'task_def_id_',"
            + " 'user_id_', 'group_id_', 'start_user_id_', 'scope_definition_id_', 'case_def_id_'";

    private static final String COLUMNS = "SELECT c.table_name, c.column_name, c.column_name = 'var_scope_'"
            + " OR c.column_name LIKE '%id\\_' AND c.column_name NOT IN (" + SHARED + ")"
            + " FROM information_schema.columns c WHERE c.table_schema = 'public'"
            + " AND (c.table_name LIKE 'act\\_ru\\_%' OR c.table_name LIKE 'act\\_hi\\_%')"
            // a log's rows are numbered by the database
            + " AND NOT (c.column_name = 'id_' AND c.data_type <> 'character varying')"
            + " ORDER BY c.table_name, c.ordinal_position";

    private final Connection superuser;

    /**
     * @param superuser foreign keys are off while rows are copied, which nobody else may do
     */
    MoreInstances(Connection superuser) {
        this.superuser = superuser;
    }

    /** What one copy has of its own: a name for each column, and what is put in it. */
    private record Copied(List<String> names, List<String> values) {}

    /** So many copies of everything that is there. */
    void copy(int times) throws SQLException {
        Map<String, Copied> tables = tables();
        try (Statement statement = superuser.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (Map.Entry<String, Copied> table : tables.entrySet()) {
                Copied columns = table.getValue();
                statement.executeUpdate("INSERT INTO " + table.getKey() + " ("
                        + String.join(", ", columns.names()) + ") SELECT " + String.join(", ", columns.values())
                        + " FROM " + table.getKey() + ", generate_series(1, " + times + ") copy");
            }
            statement.execute("RESET session_replication_role");
        }
    }

    private Map<String, Copied> tables() throws SQLException {
        Map<String, Copied> tables = new TreeMap<>();
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                Copied columns = tables.computeIfAbsent(
                        row.getString(1), none -> new Copied(new ArrayList<>(), new ArrayList<>()));
                String name = '"' + row.getString(2) + '"';
                columns.names().add(name);
                columns.values().add(row.getBoolean(3) ? name + " || '-' || copy" : name);
            }
        }
        return tables;
    }
}
