package org.chengxin.demonstration.lots;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chengxin.demonstration.CityGenerator;
import org.chengxin.demonstration.Enterprise;
import org.chengxin.demonstration.FurtherSubjects;

/**
 * Everybody in the city on a day.
 *
 * @param seed decides everything but the dates
 * @param day the day on which the city is made, by the application's clock
 * @param enterprises the registered enterprises
 * @param banks registered banks
 * @param others registered organisations of other kinds and enterprises from outside of the region
 * @param newcomers their registration waits for review; some have records already
 * @param strangers registered nowhere in the city
 */
record City(
        long seed,
        LocalDate day,
        List<Enterprise> enterprises,
        List<Enterprise> banks,
        List<Enterprise> others,
        List<Enterprise> newcomers,
        List<Enterprise> strangers) {

    private static final int NEWCOMERS = 20;
    private static final int SHOWCASES = 3;
    private static final LocalDate LONG_AGO = LocalDate.of(2012, 1, 1);

    /** The demonstration's city on a day. */
    static City on(LocalDate day) {
        List<Enterprise> all =
                new CityGenerator(CityGenerator.SEED, CityGenerator.ENTERPRISES + NEWCOMERS).enterprises();
        FurtherSubjects further = new FurtherSubjects(CityGenerator.SEED);
        return new City(
                CityGenerator.SEED,
                day,
                all.subList(0, CityGenerator.ENTERPRISES),
                further.banks(),
                further.others(),
                all.subList(CityGenerator.ENTERPRISES, all.size()),
                further.strangers());
    }

    Dice dice(String topic) {
        return new Dice(seed, topic);
    }

    /** Enterprises that are neither closed nor revoked. */
    List<Enterprise> active() {
        return enterprises.stream()
                .filter(each -> !each.status().equals("注销") && !each.status().equals("吊销"))
                .toList();
    }

    /** The few that have something in every section, so that whoever tries the city finds a full page. */
    List<Enterprise> showcases() {
        return active().stream()
                .filter(each -> each.type().equals("有限责任公司")
                        && Products.makesAny(each)
                        && each.founded().isBefore(LONG_AGO)
                        && !each.formerName().isEmpty())
                .limit(SHOWCASES)
                .toList();
    }

    /** Active enterprises that make something. */
    List<Enterprise> industrial() {
        return active().stream().filter(Products::makesAny).toList();
    }

    /** So many active companies that make something, the showcases first. */
    List<Enterprise> pickIndustrial(Dice dice, int count) {
        Set<Enterprise> picked = new LinkedHashSet<>(showcases());
        picked.addAll(dice.some(
                industrial().stream().filter(each -> each.type().endsWith("公司")).toList(), count));
        return new ArrayList<>(picked).subList(0, Math.min(count, picked.size()));
    }

    /** So many active enterprises, the showcases first. */
    List<Enterprise> pick(Dice dice, int count) {
        Set<Enterprise> picked = new LinkedHashSet<>(showcases());
        picked.addAll(dice.some(active(), count));
        return new ArrayList<>(picked).subList(0, Math.min(count, picked.size()));
    }

    /** So many active companies (no individual businesses, no cooperatives), the showcases first. */
    List<Enterprise> pickCompanies(Dice dice, int count) {
        Set<Enterprise> picked = new LinkedHashSet<>(showcases());
        picked.addAll(dice.some(
                active().stream().filter(each -> each.type().endsWith("公司")).toList(), count));
        return new ArrayList<>(picked).subList(0, Math.min(count, picked.size()));
    }

    /** The month before this one, and so many before it, oldest first. */
    List<YearMonth> lastMonths(int count) {
        List<YearMonth> months = new ArrayList<>();
        for (int back = count; back >= 1; back--) {
            months.add(YearMonth.from(day).minusMonths(back));
        }
        return months;
    }

    /** The part of the city where an enterprise sits, such as 苏州市姑苏区, by its registration authority. */
    static String place(Enterprise enterprise) {
        return enterprise.authority().replace("市场监督管理局", "");
    }
}
