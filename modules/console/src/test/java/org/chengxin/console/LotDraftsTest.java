package org.chengxin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that wait to be looked at, in the session of a clerk. */
class LotDraftsTest {

    @TempDir
    Path folder;

    private final LotDrafts drafts = new LotDrafts();

    private String keep(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "a");
        return drafts.keep(
                new LotDrafts.Draft(new KeptFile(file.toString(), name, null, "x", 1), "PEN-ENV", null, null, null));
    }

    @Test
    void whoever_sends_a_file_twice_is_led_to_the_lot_that_it_became() throws IOException {
        String draft = keep("a.csv");
        assertThat(drafts.lotOf(draft)).isEmpty();

        drafts.sent(draft, "L1");

        assertThat(drafts.find(draft)).isEmpty();
        assertThat(drafts.lotOf(draft)).contains("L1");
        assertThat(folder.resolve("a.csv")).doesNotExist();
    }

    @Test
    void of_many_files_the_latest_are_kept() throws IOException {
        String first = keep("a.csv");
        for (String name : new String[] {"b.csv", "c.csv", "d.csv"}) {
            keep(name);
        }
        assertThat(drafts.find(first)).isEmpty();
        assertThat(folder.resolve("a.csv")).doesNotExist();
        assertThat(folder.resolve("d.csv")).exists();
    }
}
