package org.chengxin.publication.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.chengxin.publication.boundary.PublicLists.Division;
import org.chengxin.publication.boundary.PublicLists.SubjectAddress;

/** All visible subjects by their addresses, for site maps. */
public final class SubjectAddresses {

    private static final int AT_A_TIME = 500;

    private final Connection connection;
    private final LocalDate today;

    public SubjectAddresses(Connection connection, LocalDate today) {
        this.connection = connection;
        this.today = today;
    }

    /** The public identifier of every so many-th visible subject, the first included. */
    public List<String> beginnings(int inPart) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT n.public_id FROM (SELECT s.public_id,"
                + " row_number() OVER (ORDER BY s.public_id) AS place FROM visible_subject s WHERE "
                + SubjectReading.VISIBLE + ") n WHERE (n.place - 1) % ? = 0 ORDER BY n.place")) {
            statement.setObject(1, today);
            statement.setInt(2, inPart);
            List<String> beginnings = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    beginnings.add(row.getString(1));
                }
            }
            return beginnings;
        }
    }

    /** Tells every visible subject from one identifier to before another one, or to the end. */
    public void tell(String from, String before, Consumer<SubjectAddress> each) throws SQLException {
        List<SubjectAddress> some = page(from, true, before);
        while (!some.isEmpty()) {
            some.forEach(each);
            some = page(some.get(some.size() - 1).publicId(), false, before);
        }
    }

    private List<SubjectAddress> page(String from, boolean inclusive, String before) throws SQLException {
        Conditions wanted = new Conditions()
                .and(SubjectReading.VISIBLE, today)
                .and(inclusive ? "s.public_id >= ?" : "s.public_id > ?", from);
        if (before != null) {
            wanted.and("s.public_id < ?", before);
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT s.public_id, s.code"
                + " FROM visible_subject s" + wanted.sql() + " ORDER BY s.public_id LIMIT ?")) {
            statement.setInt(wanted.set(statement, 1), AT_A_TIME);
            List<SubjectAddress> page = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    page.add(new SubjectAddress(row.getString(1), row.getString(2)));
                }
            }
            return page;
        }
    }

    /** The places that have a name here, by code. */
    public List<Division> divisions() throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT code, name, name_en FROM division ORDER BY code");
                ResultSet row = statement.executeQuery()) {
            List<Division> divisions = new ArrayList<>();
            while (row.next()) {
                divisions.add(new Division(row.getString(1), row.getString(2), row.getString(3)));
            }
            return divisions;
        }
    }
}
