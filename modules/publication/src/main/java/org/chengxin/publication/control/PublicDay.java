package org.chengxin.publication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.chengxin.kernel.time.ApplicationClock;

/**
 * Asks the publication as it is today by the application's clock, through the datasource whose database role sees the
 * schema {@code publication} and nothing else, outside every transaction.
 */
@Dependent
public class PublicDay {

    @Resource(lookup = "jdbc/portal")
    DataSource portal;

    @Inject
    ApplicationClock clock;

    protected PublicDay() {}

    public PublicDay(DataSource portal, ApplicationClock clock) {
        this.portal = portal;
        this.clock = clock;
    }

    /** What is asked on one connection about one day. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Connection connection, LocalDate today) throws SQLException;
    }

    public <T> T read(Question<T> question) {
        try (Connection connection = portal.getConnection()) {
            return question.ask(connection, clock.today());
        } catch (SQLException e) {
            throw new IllegalStateException("the public register could not be read", e);
        }
    }
}
