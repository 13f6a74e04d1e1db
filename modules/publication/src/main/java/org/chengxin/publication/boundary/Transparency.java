package org.chengxin.publication.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What this system says of itself to everybody: whether what was over did end. Read with the portal's role. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Transparency {

    @Resource(lookup = "jdbc/portal")
    DataSource portal;

    /** The last runs that ended periods, the newest first, at most a hundred. */
    public List<PeriodEndCertificate> periodEnds(int limit) {
        try (Connection connection = portal.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT from_day, until_day, due, ended,"
                        + " past_day, finished_at FROM period_end_certificate ORDER BY run_id DESC LIMIT ?")) {
            statement.setInt(1, Math.max(1, Math.min(100, limit)));
            List<PeriodEndCertificate> certificates = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    certificates.add(new PeriodEndCertificate(
                            row.getObject(1, LocalDate.class),
                            row.getObject(2, LocalDate.class),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getObject(6, OffsetDateTime.class)));
                }
            }
            return certificates;
        } catch (SQLException e) {
            throw new IllegalStateException("the certificates could not be read", e);
        }
    }
}
