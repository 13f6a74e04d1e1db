package org.chengxin.demonstration.lots;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance that is the same on every machine: a sequence of its own for each topic, so that one does not move another. */
final class Dice {

    private static final int HUNDRED = 100;

    private final Random random;

    Dice(long seed, String topic) {
        random = new Random(31 * seed + topic.hashCode());
    }

    /** From and to inclusive. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    /** Whether it is one of so many in a hundred. */
    boolean percent(int share) {
        return random.nextInt(HUNDRED) < share;
    }

    <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @SafeVarargs
    final <T> T of(T... choice) {
        return choice[random.nextInt(choice.length)];
    }

    /** So many different ones, or all where there are not so many. */
    <T> List<T> some(List<T> list, int count) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    /** Both inclusive. */
    LocalDate day(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(from, to) + 1));
    }

    /** An amount in yuan with cents, from and to in whole yuan. */
    String yuan(int from, int to) {
        return between(from, to - 1) + "." + String.format("%02d", random.nextInt(HUNDRED));
    }
}
