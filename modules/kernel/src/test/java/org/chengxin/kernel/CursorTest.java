package org.chengxin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final String CURSOR = Cursor.write("latest:ALERT", LocalDate.of(2026, 3, 1), "R-7");

    @Test
    void readsWhatItWrote() {
        Cursor cursor = Cursor.read(CURSOR, "latest:ALERT", 2);
        assertThat(cursor.date(0)).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(cursor.text(1)).isEqualTo("R-7");
        assertThat(CURSOR).matches("[0-9A-Za-z_-]+");
    }

    @Test
    void blankIsTheBeginning() {
        assertThat(Cursor.read(null, "latest:ALERT", 2)).isNull();
        assertThat(Cursor.read(" ", "latest:ALERT", 2)).isNull();
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        for (int i = 0; i < CURSOR.length(); i++) {
            char other = CURSOR.charAt(i) == 'A' ? 'Q' : 'A';
            String changed = CURSOR.substring(0, i) + other + CURSOR.substring(i + 1);
            refused(changed, "latest:ALERT", 2);
        }
    }

    @Test
    void belongsToItsListOnly() {
        refused(CURSOR, "latest:WARNING", 2);
        refused(CURSOR, "latest:ALERT", 3);
        refused("", "latest:ALERT", 2, Cursor.write("latest:ALERT", "only one"));
        refused("不是", "latest:ALERT", 2);
        refused("AAAA", "latest:ALERT", 2);
    }

    @Test
    void partsOfAnotherKindAreRefused() {
        Cursor cursor = Cursor.read(Cursor.write("list", "no number", "no date"), "list", 2);
        assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> cursor.date(1)).isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void readsNumbersAndMomentsToo() {
        Cursor cursor =
                Cursor.read(Cursor.write("list", 9_000_000_000L, "2026-03-01T09:00:00.000001+08:00"), "list", 2);
        assertThat(cursor.position(0)).isEqualTo(9_000_000_000L);
        assertThat(cursor.moment(1)).isEqualTo(OffsetDateTime.parse("2026-03-01T01:00:00.000001Z"));
        assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> cursor.position(1)).isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> cursor.moment(0)).isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void yearsThatNoDatabaseKeepsAreForged() {
        for (String day : new String[] {"+999999999-12-31", "-999999999-01-01", "+10000-01-01", "0000-01-01"}) {
            Cursor cursor = Cursor.read(Cursor.write("list", day, day + "T00:00:00Z"), "list", 2);
            assertThatThrownBy(() -> cursor.date(0)).as(day).isInstanceOf(BusinessRefusal.class);
            assertThatThrownBy(() -> cursor.moment(1)).as(day).isInstanceOf(BusinessRefusal.class);
        }
    }

    private static void refused(String cursor, String list, int parts, String... others) {
        for (String text : others.length == 0 ? new String[] {cursor} : others) {
            assertThatThrownBy(() -> Cursor.read(text, list, parts))
                    .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo("CURSOR_INVALID");
                        assertThat(refusal.kind()).isEqualTo(BusinessRefusal.Kind.INVALID);
                    });
        }
    }
}
