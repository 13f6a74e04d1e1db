package org.chengxin.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chengxin.demonstration.Department.Alias;

/** The organisations of the city, from the table {@code departments.csv} beside this class. */
final class Departments {

    private static final int COLUMNS = 12;

    private Departments() {}

    /** @return all, parents before children. */
    static List<Department> all() {
        try (InputStream in = Departments.class.getResourceAsStream("departments.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Departments::department)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Department department(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", COLUMNS)).map(String::strip).toList();
        return new Department(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6),
                cells.get(7).isEmpty() ? null : cells.get(7),
                cells.get(8).equals("yes"),
                cells.get(9).equals("yes"),
                cells.get(10).equals("yes"),
                aliases(cells.get(11)));
    }

    private static List<Alias> aliases(String cell) {
        List<Alias> aliases = new ArrayList<>();
        for (String part : cell.split(";")) {
            String[] nameAndDate = part.split("@");
            if (!nameAndDate[0].isBlank()) {
                aliases.add(new Alias(
                        nameAndDate[0].strip(),
                        nameAndDate.length > 1 ? LocalDate.parse(nameAndDate[1].strip()) : null));
            }
        }
        return aliases;
    }
}
