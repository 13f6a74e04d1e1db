package db.migration;

import java.sql.PreparedStatement;
import java.util.StringJoiner;
import org.chengxin.kernel.time.WorkingDaysText;
import org.chengxin.kernel.time.YearNotice;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Puts the yearly calendars that come with this version into the database, whenever the version brings others than the
 * one before. A year that an administrator has put or amended stays as it is.
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
                                + " VALUES (?, ?, ?::jsonb, ?::jsonb, now())"
                                + " ON CONFLICT (year) DO UPDATE SET source = excluded.source,"
                                + " holidays = excluded.holidays, make_up_days = excluded.make_up_days,"
                                + " changed_at = excluded.changed_at, revision = calendar_year.revision + 1"
                                + " WHERE calendar_year.changed_by IS NULL AND (calendar_year.holidays,"
                                + " calendar_year.make_up_days) IS DISTINCT FROM"
                                + " (excluded.holidays, excluded.make_up_days)")) {
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
