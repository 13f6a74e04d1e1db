package org.chengxin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class OutageTest {

    private final List<LogRecord> said = new ArrayList<>();
    private final Outage outage = new Outage(listening(), "gone", "back");

    private Logger listening() {
        Logger log = Logger.getAnonymousLogger();
        log.setUseParentHandlers(false);
        log.addHandler(new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(line);
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing to close
            }
        });
        return log;
    }

    @Test
    void it_is_said_once_that_it_went_away_and_once_that_it_is_back() {
        IllegalStateException cause = new IllegalStateException("no connection");
        outage.there();
        for (int look = 0; look < 5; look++) {
            outage.away(cause);
        }
        outage.there();
        outage.there();
        outage.away(new IllegalStateException("again"));

        assertThat(said).extracting(LogRecord::getMessage).containsExactly("gone", "back", "gone");
        assertThat(said.get(0).getThrown()).isSameAs(cause);
    }

    @Test
    void another_cause_is_not_hidden_behind_the_first() {
        outage.away(new IllegalStateException(new SQLException("refused, port 4711", "08001")));
        outage.away(new IllegalStateException(new SQLException("refused, port 4712", "08001")));
        outage.away(new IllegalStateException(new SQLException("no such table", "42P01")));
        outage.away(new IllegalStateException("no such table"));

        assertThat(said).extracting(LogRecord::getMessage).containsExactly("gone", "gone", "gone");
    }
}
