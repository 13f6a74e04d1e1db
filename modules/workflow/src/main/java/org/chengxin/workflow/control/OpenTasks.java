package org.chengxin.workflow.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.time.CivilTime;
import org.chengxin.workflow.boundary.InboxCounts;
import org.chengxin.workflow.boundary.TaskQuery;

/**
 * The open tasks of an actor's groups, in the order of their deadlines and counted, at the same cost however many there
 * are: each group is read from the place in the index where the page begins, and nothing is counted that was counted
 * before (migration V28).
 */
public final class OpenTasks {

    /** Stands for the deadline of what has none: after all others. As in the index. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    /** So many differences are packed by whoever finds them. */
    private static final int PACK_ABOVE = 500;

    private static final String DUE = TaskConditions.DUE;
    private static final String ROLES = "string_to_array(?, ',')";
    private static final String OWN = "t.organisation_id = ? AND t.state = 'OPEN'";
    private static final String IN_ORDER = " ORDER BY " + DUE + ", t.id LIMIT ?";
    /** One index scan for each role; all of them together are ordered anew. */
    private static final String OF_GROUPS = "SELECT t.id FROM unnest(" + ROLES + ") role CROSS JOIN LATERAL"
            + " (SELECT t.id, t.due_on FROM worklist_task t WHERE t.owner_role = role AND %s" + IN_ORDER + ") t"
            + IN_ORDER;
    /** What one person has claimed is little, and has an index of its own. */
    private static final String CLAIMED =
            "SELECT t.id FROM worklist_task t WHERE t.owner_role = ANY (" + ROLES + ") AND %s" + IN_ORDER;
    /** The actor, and those for whom the actor stands in today. */
    private static final String HOLDERS = "ANY (ARRAY(SELECT ? UNION " + StandInReading.ABSENT + "))";

    private static final String COUNTS =
            "SELECT (SELECT count(*) FROM worklist_task t WHERE t.owner_role = ANY (" + ROLES
                    + ") AND " + OWN + " AND t.assignee = " + HOLDERS + "), coalesce(sum(change), 0),"
                    + " coalesce(sum(change) FILTER (WHERE due_on < ?), 0), count(*),"
                    + " (SELECT count(*) FROM worklist_task t WHERE t.decided_by = ? AND t.state = 'DONE'"
                    + " AND t.decided_at >= ?) FROM worklist_change"
                    + " WHERE owner_role = ANY (" + ROLES + ") AND organisation_id = ?";
    // rows that another transaction packs are passed over, so that no reader waits for another
    private static final String PACK = "WITH packed AS (DELETE FROM worklist_change WHERE id IN (SELECT id"
            + " FROM worklist_change WHERE owner_role = ANY (" + ROLES
            + ") AND organisation_id = ? FOR UPDATE SKIP LOCKED)"
            + " RETURNING organisation_id, owner_role, due_on, change)"
            + " INSERT INTO worklist_change (organisation_id, owner_role, due_on, change)"
            + " SELECT organisation_id, owner_role, due_on, sum(change) FROM packed GROUP BY 1, 2, 3 HAVING sum(change) <> 0";

    private final Connection connection;
    private final Actor actor;
    private final LocalDate today;
    private final String roles;

    /**
     * @param connection of the application's role; the caller closes it
     * @param actor somebody with an organisation
     * @param today the application's day
     */
    public OpenTasks(Connection connection, Actor actor, LocalDate today) {
        this.connection = connection;
        this.actor = actor;
        this.today = today;
        this.roles = actor.roles().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /**
     * Tasks, soonest deadline first, those without one last.
     *
     * @param query what to show; neither its place nor its limit counts here
     * @param afterDue deadline of the last task shown before, {@link #NEVER} for none; null for the beginning
     * @param afterId its id; null for the beginning
     * @param most at most so many
     * @return their ids
     */
    public List<String> ids(TaskQuery query, LocalDate afterDue, String afterId, int most) throws SQLException {
        return ids(query, false, afterDue, afterId, most);
    }

    /**
     * The same, without what others have claimed, unless the actor stands in for them.
     *
     * @return the first; null for none
     */
    public String firstFree(TaskQuery query, LocalDate afterDue, String afterId) throws SQLException {
        List<String> ids = ids(query, true, afterDue, afterId, 1);
        return ids.isEmpty() ? null : ids.get(0);
    }

    private List<String> ids(TaskQuery query, boolean free, LocalDate afterDue, String afterId, int most)
            throws SQLException {
        List<Object> values = new ArrayList<>(List.of(roles, actor.organisationId()));
        StringBuilder where = new StringBuilder(OWN).append(" AND (" + DUE + ", t.id) > (?, ?)");
        values.add(afterDue == null ? BEGINNING : afterDue);
        values.add(afterId == null ? "" : afterId);
        if (query.mineOnly()) {
            where.append(" AND t.assignee = ").append(HOLDERS);
            values.addAll(holders());
        } else if (free) {
            where.append(" AND (t.assignee IS NULL OR t.assignee = ")
                    .append(HOLDERS)
                    .append(")");
            values.addAll(holders());
        }
        TaskConditions conditions = new TaskConditions(query, actor.organisationId(), today);
        where.append(conditions.sql());
        values.addAll(conditions.values());
        values.add(most);
        if (!query.mineOnly()) {
            values.add(most);
        }
        // not as a format: a condition may hold a per cent sign
        String select = (query.mineOnly() ? CLAIMED : OF_GROUPS).replace("%s", where);
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            set(statement, values);
            return texts(statement);
        }
    }

    /**
     * What the actor decided, latest first.
     *
     * @param beforeAt when the last task shown before was decided; null for the beginning
     * @param afterId its id; null for the beginning
     */
    public List<String> done(TaskQuery query, OffsetDateTime beforeAt, String afterId, int most) throws SQLException {
        StringBuilder where = new StringBuilder("t.decided_by = ? AND t.state = 'DONE'");
        List<Object> values = new ArrayList<>(List.of(actor.username()));
        if (beforeAt != null) {
            // the first condition is what the index understands
            where.append(" AND t.decided_at <= ? AND (t.decided_at < ? OR t.id > ?)");
            values.addAll(List.of(beforeAt, beforeAt, afterId));
        }
        if (query.mineOnly()) {
            where.append(" AND t.assignee = ?");
            values.add(actor.username());
        }
        TaskConditions conditions = new TaskConditions(query, actor.organisationId(), today);
        where.append(conditions.sql());
        values.addAll(conditions.values());
        values.add(most);
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT t.id FROM worklist_task t WHERE " + where + " ORDER BY t.decided_at DESC, t.id LIMIT ?")) {
            set(statement, values);
            return texts(statement);
        }
    }

    private List<Object> holders() {
        return List.of(actor.username(), actor.username(), actor.organisationId(), today, today);
    }

    /** How many there are, in one statement. */
    public InboxCounts counts() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNTS)) {
            List<Object> values = new ArrayList<>(List.of(roles, actor.organisationId()));
            values.addAll(holders());
            values.add(today);
            values.add(actor.username());
            values.add(CivilTime.startOf(today).atOffset(ZoneOffset.UTC));
            values.addAll(List.of(roles, actor.organisationId()));
            set(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getInt(4) > PACK_ABOVE) {
                    pack();
                }
                return new InboxCounts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(5));
            }
        }
    }

    private void pack() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PACK)) {
            set(statement, List.of(roles, actor.organisationId()));
            statement.executeUpdate();
        }
    }

    private static List<String> texts(PreparedStatement statement) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private static void set(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
