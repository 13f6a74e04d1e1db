package org.chengxin.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.chengxin.kernel.time.ApplicationClock;
import org.chengxin.workflow.control.DueDecisions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The look every second: a database that is away for an hour is no 3,600 lines of the log. */
class UndoPeriodsEndTest {

    private final List<String> said = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final Logger log = Logger.getLogger(UndoPeriodsEnd.class.getName());
    private boolean away;

    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing to close
        }
    };

    @BeforeEach
    void listen() {
        log.addHandler(listener);
        log.setUseParentHandlers(false);
    }

    @AfterEach
    void leave() {
        log.removeHandler(listener);
        log.setUseParentHandlers(true);
    }

    @Test
    void a_database_that_is_away_is_told_once_and_so_is_its_return() {
        UndoPeriodsEnd looking = looking();
        looking.look();
        assertThat(said).isEmpty();
        away = true;
        for (int second = 0; second < 60; second++) {
            looking.look();
        }
        assertThat(said).singleElement().asString().startsWith("WARNING It cannot be seen");
        away = false;
        looking.look();
        looking.look();

        assertThat(said).hasSize(2).last().asString().startsWith("INFO It can be seen again");
        assertThat(ended).containsExactly("t", "t", "t");
    }

    private UndoPeriodsEnd looking() {
        UndoPeriodsEnd looking = new UndoPeriodsEnd();
        looking.clock = ApplicationClock.ahead(Clock.systemUTC(), "");
        looking.engine = new EngineInServer() {
            @Override
            public boolean ready() {
                return true;
            }
        };
        looking.decisions = new DueDecisions() {
            @Override
            public List<String> due() throws SQLException {
                if (away) {
                    throw new SQLException("no connection");
                }
                return List.of("t");
            }

            @Override
            public boolean takeEffect(String taskId) {
                return ended.add(taskId);
            }
        };
        return looking;
    }
}
