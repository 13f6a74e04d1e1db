package org.chengxin.system.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** What somebody who only hears of it expects of the entries of who stands in for whom. */
final class Absences {

    /** An entry that nobody ended. */
    record Entry(long id, String absent, String standIn, LocalDate from, LocalDate until) {

        Entry numbered(long number) {
            return new Entry(number, absent, standIn, from, until);
        }

        private boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /** What is answered to who wants to enter that somebody is absent. */
    String answerTo(String by, Entry entry, LocalDate today) {
        if (!by.equals(entry.absent()) && !by.equals(Staff.SUPERVISOR) && !by.equals(Staff.STRANGER)) {
            return "NOT_YOUR_ABSENCE";
        }
        if (entry.from().isBefore(today)) {
            return "STAND_IN_DAYS";
        }
        boolean colleagues = !by.equals(Staff.STRANGER)
                && Staff.REVIEWERS.containsAll(List.of(entry.absent(), entry.standIn()))
                && !entry.absent().equals(entry.standIn());
        if (!colleagues) {
            return "STAND_IN_UNFIT";
        }
        return entries.stream()
                        .anyMatch(other -> other.absent().equals(entry.absent())
                                && !other.from().isAfter(entry.until())
                                && !other.until().isBefore(entry.from()))
                ? "STAND_IN_THERE"
                : Review.OK;
    }

    /** What is answered to who wants to end an entry. */
    String answerToEnd(String by, Entry entry, LocalDate today) {
        boolean may = by.equals(Staff.SUPERVISOR) || by.equals(entry.absent());
        return may && entries.contains(entry) && !entry.until().isBefore(today) ? Review.OK : "STAND_IN_UNKNOWN";
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    void end(Entry entry) {
        entries.remove(entry);
    }

    /** Who stands in for whom on a day. */
    BiPredicate<String, String> on(LocalDate day) {
        return (standIn, absent) -> entries.stream()
                .anyMatch(entry ->
                        entry.standIn().equals(standIn) && entry.absent().equals(absent) && entry.covers(day));
    }
}
