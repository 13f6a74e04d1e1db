package org.chengxin.intake.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengxin.intake.entity.Submission;
import org.chengxin.kernel.BusinessRefusal;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.kernel.sql.BulkInsert;

/**
 * Ties a lot to the one that it corrects, and its rows to those that they bring again. A row of an earlier lot is brought
 * again once: who sends it a second time sends a new row. What is no row of the supplier's own lot of the same item ties
 * nothing. What the sender does not state, scope and approval of a historic import, the lot has of the one that it
 * corrects: rows that were withheld do not become public because they were mended.
 */
public final class ResentRows implements LotStore.Keeping {

    private static final int CHUNK = 5_000;

    private final Connection connection;
    private final Submission lot;
    private final CorrectionFile file;
    private final BulkInsert rows = BulkInsert.into(
            "resent_row", "origin_id bigint", "origin_row integer", "submission_id bigint", "row_no integer");
    private final List<Reference> waiting = new ArrayList<>();
    private final Map<String, Optional<Origin>> origins = new HashMap<>();
    private final Set<Optional<DisclosureScope>> scopes = new HashSet<>();
    private final boolean unstated;
    private boolean tied;

    /** Row {@code rowNo} of this lot says that it is that row of that lot. */
    private record Reference(CorrectionFile.Origin origin, int rowNo) {}

    /** An earlier lot of the same supplier; {@code firstId} is the lot with which its chain begins. */
    private record Origin(long id, long itemId, long firstId, DisclosureScope scope, String historicDocument) {}

    /** @param source a file of rows sent again, or any other, of which nothing is tied by row */
    public ResentRows(Connection connection, Submission lot, RowSource source) {
        this.connection = connection;
        this.lot = lot;
        this.file = source instanceof CorrectionFile correction ? correction : null;
        this.unstated = lot.receipt().lotScope() == null;
    }

    /**
     * Ties the lot to one that its sender named.
     *
     * @throws BusinessRefusal NOT_FOUND SUBMISSION_UNKNOWN; INVALID CORRECTS_OTHER_ITEM
     */
    public void corrects(String no) throws SQLException {
        look(Set.of(no));
        tie(no, origins.get(no).orElseThrow(() -> BusinessRefusal.notFound("SUBMISSION_UNKNOWN", no)));
    }

    /**
     * The first lot of the supplier that a row of a correction names is the one that is corrected, unless somebody named
     * another.
     */
    @Override
    public void kept(int rowNo) throws SQLException {
        if (file != null && file.origin().isPresent()) {
            waiting.add(new Reference(file.origin().get(), rowNo));
            if (waiting.size() == CHUNK) {
                write();
            }
        }
    }

    /**
     * Writes what is left; to be called after the last row.
     *
     * @throws BusinessRefusal INVALID CORRECTS_OTHER_ITEM; INVALID CORRECTS_SCOPES_DIFFER when nothing was stated, and the
     *     lots whose rows it brings again were not stated alike
     */
    public void write() throws SQLException {
        Set<String> unknown = new HashSet<>();
        waiting.forEach(reference -> unknown.add(reference.origin().lotNo()));
        unknown.removeAll(origins.keySet());
        look(unknown);
        for (Reference reference : waiting) {
            String no = reference.origin().lotNo();
            Origin origin = origins.get(no).orElse(null);
            if (origin != null && !tied) {
                tie(no, origin);
            }
            if (origin != null && origin.itemId() == lot.itemId()) {
                count(no, origin);
                rows.add(origin.id(), reference.origin().row(), lot.id(), reference.rowNo());
            }
        }
        waiting.clear();
        rows.execute(connection, "ON CONFLICT (origin_id, origin_row) DO NOTHING");
    }

    /** Two lots of which one was for the public and one was not give no scope to a third: its sender has to say. */
    private void count(String no, Origin origin) {
        scopes.add(Optional.ofNullable(origin.scope()));
        if (unstated && scopes.size() > 1) {
            throw BusinessRefusal.invalid("CORRECTS_SCOPES_DIFFER", no);
        }
    }

    private void tie(String no, Origin origin) throws SQLException {
        if (origin.itemId() != lot.itemId()) {
            throw BusinessRefusal.invalid("CORRECTS_OTHER_ITEM", no);
        }
        tied = true;
        count(no, origin);
        lot.inherit(origin.scope(), origin.historicDocument());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO lot_correction (submission_id, corrects_id, first_id) VALUES (?, ?, ?)")) {
            insert.setLong(1, lot.id());
            insert.setLong(2, origin.id());
            insert.setLong(3, origin.firstId());
            insert.executeUpdate();
        }
    }

    /** Looks lots up that were not yet, with one statement. */
    private void look(Set<String> nos) throws SQLException {
        if (nos.isEmpty()) {
            return;
        }
        nos.forEach(no -> origins.put(no, Optional.empty()));
        try (PreparedStatement select = connection.prepareStatement("SELECT s.no, s.id, s.item_id,"
                + " coalesce(c.first_id, s.id), s.lot_scope, s.historic_document"
                + " FROM submission s LEFT JOIN lot_correction c ON c.submission_id = s.id"
                + " WHERE s.no = ANY (?) AND s.organisation_id = ? AND s.id <> ?")) {
            select.setArray(1, connection.createArrayOf("text", nos.toArray(String[]::new)));
            select.setLong(2, lot.organisationId());
            select.setLong(3, lot.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String scope = row.getString(5);
                    origins.put(
                            row.getString(1),
                            Optional.of(new Origin(
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    scope == null ? null : DisclosureScope.valueOf(scope),
                                    row.getString(6))));
                }
            }
        }
    }
}
