package org.chengxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EngineTasksTest {

    private static final String USER = "reviewer.env";

    static List<Arguments> engines() {
        Function<BareDatabase, EngineTasks> camunda = CamundaTasks::new;
        Function<BareDatabase, EngineTasks> flowable = FlowableTasks::new;
        return List.of(Arguments.of("camunda", camunda), Arguments.of("flowable", flowable));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void copied_instances_are_the_engines_own(
            String name, Function<BareDatabase, EngineTasks> engine, @TempDir Path folder) throws Exception {
        try (BareDatabase database = BareDatabase.fresh(folder.resolve("data"));
                EngineTasks tasks = engine.apply(database)) {
            tasks.start(0, 20);
            try (Connection superuser = database.superuser()) {
                new MoreInstances(superuser).copy(4);
            }

            List<String> ids = tasks.page(0, 1_000);
            assertThat(ids).hasSize(100).doesNotHaveDuplicates();
            assertThat(tasks.open()).isEqualTo(100);
            // of each twenty, ten are late and one was due at the moment it began
            assertThat(tasks.overdue()).isEqualTo(55);

            String copied =
                    ids.stream().filter(id -> id.endsWith("-4")).findFirst().orElseThrow();
            tasks.claim(copied, USER);
            assertThat(tasks.mine(USER)).isEqualTo(1);
            tasks.complete(copied);
            assertThat(tasks.mine(USER)).isZero();
            assertThat(tasks.open()).isEqualTo(99);
        }
    }
}
