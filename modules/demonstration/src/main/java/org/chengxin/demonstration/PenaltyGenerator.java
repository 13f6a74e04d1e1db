package org.chengxin.demonstration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chengxin.demonstration.CityWords.Offence;

/** Makes environmental penalties of the last months before a given day, most public, some shared, some undecided. */
public final class PenaltyGenerator {

    private static final String AUTHORITY = "苏州市生态环境局";
    private static final int THOUSAND = 1_000;

    private final Random random;
    private final List<Enterprise> enterprises;
    private final LocalDate today;

    /**
     * @param seed decides everything but the dates
     * @param enterprises who may be penalised
     * @param today the day before which all was decided
     */
    public PenaltyGenerator(long seed, List<Enterprise> enterprises, LocalDate today) {
        this.random = new Random(seed);
        this.enterprises = enterprises;
        this.today = today;
    }

    /**
     * @param count how many
     * @param series part of the document numbers, so that two lots never share one
     * @return penalties decided on the last 170 days
     */
    public List<Penalty> penalties(int count, int series) {
        List<Penalty> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(penalty(i, series));
        }
        return all;
    }

    private Penalty penalty(int index, int series) {
        Offence offence = CityWords.OFFENCES.get(random.nextInt(CityWords.OFFENCES.size()));
        Severity severity = Severity.of(offence, random);
        // the lightest ones are shown for three months: some of them end on the days after the demonstration starts
        int age = severity == Severity.MINOR ? 30 + random.nextInt(60) : 1 + random.nextInt(170);
        LocalDate decided = today.minusDays(age);
        int fine = offence.to() == 0
                ? 0
                : (offence.from() + random.nextInt(offence.to() - offence.from())) / THOUSAND * THOUSAND;
        String result = fine == 0 ? "警告，责令改正违法行为" : "责令改正违法行为，罚款人民币" + fine + "元";
        return new Penalty(
                enterprises.get(random.nextInt(enterprises.size())),
                "苏环行罚字〔" + decided.getYear() + "〕" + String.format("%02d第%03d号", series, index + 1),
                offence.facts(),
                offence.basis(),
                offence.kind(),
                result,
                BigDecimal.valueOf(fine),
                AUTHORITY,
                decided.minusDays(20 + random.nextInt(40)),
                decided,
                severity.title,
                severity.months,
                scope());
    }

    private String scope() {
        int dice = random.nextInt(100);
        return dice < 86 ? "公开公示" : dice < 96 ? "政务共享" : "";
    }

    // 国办发〔2025〕22号: minor at most 3 months, ordinary 3 months to 1 year, serious 1 to 3 years
    private enum Severity {
        MINOR("轻微", 3),
        ORDINARY("一般", 12),
        SERIOUS("严重", 36),
        OPEN("", 12);

        private final String title;
        private final int months;

        Severity(String title, int months) {
            this.title = title;
            this.months = months;
        }

        static Severity of(Offence offence, Random random) {
            int dice = random.nextInt(100);
            if (dice < 2) {
                return OPEN;
            }
            if (offence.to() == 0) {
                return MINOR;
            }
            return dice < 72 ? ORDINARY : dice < 88 ? SERIOUS : MINOR;
        }
    }
}
