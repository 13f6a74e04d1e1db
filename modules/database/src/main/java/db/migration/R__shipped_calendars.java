package db.migration;

import java.sql.PreparedStatement;
import java.util.StringJoiner;
import org.chengxin.kernel.time.WorkingDaysText;
import org.chengxin.kernel.time.YearNotice;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Puts the yearly calendars that come with this version into the database, whenever the version brings others than the
 * one before. A year that is there stays as it is: an administrator may have amended it.
 */
public class R__shipped_calendars extends BaseJavaMigration {

    @Override
    public Integer getChecksum() {
        return WorkingDaysText.shipped().toString().hashCode();
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (PreparedStatement statement = context.getConnection()
                .prepareStatement(
                        "INSERT INTO registry.calendar_year (year, source, holidays, make_up_days, changed_at)"
                                + " VALUES (?, ?, ?::jsonb, ?::jsonb, now()) ON CONFLICT (year) DO NOTHING")) {
            for (YearNotice notice : WorkingDaysText.shipped()) {
                StringJoiner holidays = new StringJoiner(",", "[", "]");
                notice.holidays()
                        .forEach(period -> holidays.add("{\"name\":\"" + period.name() + "\",\"from\":\""
                                + period.from() + "\",\"to\":\"" + period.to() + "\"}"));
                StringJoiner makeUp = new StringJoiner(",", "[", "]");
                notice.makeUpDays().forEach(day -> makeUp.add("\"" + day + "\""));
                statement.setInt(1, notice.year());
                statement.setString(2, notice.source());
                statement.setString(3, holidays.toString());
                statement.setString(4, makeUp.toString());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
