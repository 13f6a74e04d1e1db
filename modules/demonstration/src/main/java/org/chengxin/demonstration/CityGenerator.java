package org.chengxin.demonstration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.chengxin.demonstration.CityWords.Division;
import org.chengxin.demonstration.CityWords.Trade;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;

/** Makes the enterprises of the city. The same seed makes the same city on every machine and on every day. */
public final class CityGenerator {

    /** The demonstration's seed. */
    public static final long SEED = 20030815L;
    /** Number of enterprises in the demonstration. */
    public static final int ENTERPRISES = 2_000;

    private static final LocalDate EARLIEST = LocalDate.of(1996, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2024, 12, 31);
    // since 1 October 2015 licences carry the unified code only (国办发〔2015〕50号)
    private static final LocalDate UNIFIED_CODES = LocalDate.of(2015, 10, 1);

    private final Random random;
    private final int count;
    private final Set<String> names = new HashSet<>();

    /**
     * @param seed decides everything
     * @param count number of enterprises
     */
    public CityGenerator(long seed, int count) {
        this.random = new Random(seed);
        this.count = count;
    }

    /** @return the enterprises, names and codes unique. */
    public List<Enterprise> enterprises() {
        List<Enterprise> all = new ArrayList<>(count);
        for (int serial = 0; serial < count; serial++) {
            all.add(enterprise(serial));
        }
        return all;
    }

    private Enterprise enterprise(int serial) {
        Division division = pick(CityWords.DIVISIONS);
        Trade usual = pick(CityWords.TRADES);
        LegalForm form = LegalForm.byShare(random.nextInt(100));
        Trade trade = form.tradeLike(usual);
        String name = freshName(division, trade, form);
        String former = random.nextInt(100) < 8 ? freshName(division, trade, form) : "";
        LocalDate founded = EARLIEST.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(EARLIEST, LATEST)));
        BigDecimal capital = form.hasCapital() ? BigDecimal.valueOf(capital()) : BigDecimal.ZERO;
        BigDecimal paidIn = capital.multiply(BigDecimal.valueOf(random.nextInt(5) + 1L))
                .divideToIntegralValue(BigDecimal.valueOf(5));
        String representative = person();
        String address = division.name() + pick(division.streets()) + (random.nextInt(980) + 1) + "号"
                + (random.nextInt(3) == 0 ? (random.nextInt(20) + 1) + "幢" : "");
        String term = form.hasCapital() && random.nextInt(3) == 0
                ? founded + "至" + founded.plusYears(20).minusDays(1)
                : "长期";
        return new Enterprise(
                name,
                former,
                // far apart from each other, and no code that one could take for the next by a slip of one digit
                UnifiedSocialCreditCode.generate(form.codePrefix(), division.code(), 104_729L + 7_919L * serial),
                founded.isBefore(UNIFIED_CODES) ? OldNumbers.registration(division.code(), form, serial) : "",
                form.title(),
                capital,
                paidIn,
                representative,
                address,
                founded,
                term,
                trade.scope() + "。（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
                authority(division),
                status(),
                division.code());
    }

    private String freshName(Division division, Trade trade, LegalForm form) {
        while (true) {
            char first = pick(CityWords.FIRST_SYLLABLES);
            char second = pick(CityWords.SECOND_SYLLABLES);
            String sign = "" + first + (first == second ? '源' : second);
            String name = division.inNames() + sign + trade.word() + form.ending();
            // two enterprises of one name would be right in life and confusing in a demonstration
            if (names.add(name)) {
                return name;
            }
        }
    }

    private String person() {
        StringBuilder name =
                new StringBuilder().append(pick(CityWords.SURNAMES)).append(pick(CityWords.GIVEN));
        if (random.nextInt(4) > 0) {
            name.append(pick(CityWords.GIVEN));
        }
        return name.toString();
    }

    private long capital() {
        long[] usual = {10, 30, 50, 100, 100, 200, 300, 500, 500, 1000, 1000, 2000, 5000, 10000};
        return usual[random.nextInt(usual.length)];
    }

    private String status() {
        int dice = random.nextInt(100);
        return dice < 60 ? "存续" : dice < 93 ? "在业" : dice < 96 ? "吊销" : "注销";
    }

    private static String authority(Division division) {
        return division.name() + "市场监督管理局";
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private char pick(String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }
}
