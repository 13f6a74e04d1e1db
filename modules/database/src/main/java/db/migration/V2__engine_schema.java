package db.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Creates the process engine's tables in the schema {@code engine} from the scripts that the engine's own jar brings,
 * so that they are always those of the version in use and no copy of them is kept here.
 *
 * <p>A newer engine version is met by a further migration that runs that version's upgrade scripts.
 */
public class V2__engine_schema extends BaseJavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("SET LOCAL search_path = engine");
            for (String part : PARTS) {
                statement.execute(script("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"));
            }
            statement.execute("SET LOCAL search_path = registry");
        }
    }

    private static String script(String resource) throws IOException {
        try (InputStream in = V2__engine_schema.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("The engine's schema script " + resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
