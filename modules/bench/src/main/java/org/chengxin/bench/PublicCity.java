package org.chengxin.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.chengxin.kernel.code.UnifiedSocialCreditCode;
import org.chengxin.kernel.sql.BulkInsert;

/**
 * A register of invented subjects with valid codes, two thirds enterprises and one third individual businesses, written
 * straight into the public projection: every one has a registration, one in five a licence, one in eight an honour, one
 * in twenty-five a warning, one in thirty an alert, and one in twenty had another name before. Two of them have many
 * records: {@link #WITH_HISTORY} and {@link #WITH_MANY}. A tenth of the names holds the same four characters in its
 * middle, half of them begin with the same two. The same size makes the same city on every machine.
 */
final class PublicCity {

    /** Stands in a tenth of the names, in the middle. */
    static final String COMMON = "环保科技";
    /** Half of the names begin with it. */
    static final String BEGINNING = "苏州";

    private static final String SIGNS = "安邦博昌辰诚川达丹德东鼎帆飞丰福富冈高光广国海瀚浩合和恒弘宏鸿虎华辉惠吉佳嘉建江杰金锦京晶景九巨君凯康科坤"
            + "乐雷力立利联良林龙隆禄洛茂美盟名明木南宁诺鹏平奇启千勤青清庆泉荣瑞润森善尚神升胜盛世顺思泰腾天田通同万旺威维伟文沃"
            + "武锡翔新鑫信兴星雄旭轩亚阳耀一依宜亿益逸盈永优友宇裕源远月悦云运泽展长兆振正志中众舟洲珠卓紫";
    private static final List<String> PLACES = List.of(BEGINNING, "昆山", "常熟", "张家港");
    private static final List<String> TRADES =
            List.of(COMMON, "机械制造", "电子商务", "建筑工程", "餐饮管理", "物流运输", "医疗器械", "纺织服装", "文化传媒", "食品销售");
    private static final List<String> FORMS = List.of("有限公司", "股份有限公司", "经营部");
    private static final String INDIVIDUAL = FORMS.get(2);
    private static final List<String> DIVISIONS =
            List.of("320505", "320506", "320507", "320508", "320509", "320581", "320582", "320583");
    private static final int AT_ONCE = 10_000;
    /** Number of the subject with a registration and a licence that changed sixty times. */
    static final int WITH_HISTORY = 0;
    /** Number of the subject with two hundred records over all sections, forty of them one licence that changed. */
    static final int WITH_MANY = 1;
    /** Records of {@link #WITH_MANY}. */
    static final int MANY = 200;

    private static final int HISTORY = 60;
    private static final String SERIES = "0123456789abcdef0123456789abcdef";
    private static final String FORM = """
            [{"name":"registrationOffice","title":"登记机关","titleEn":"Registration office","type":"TEXT"},
             {"name":"established","title":"成立日期","titleEn":"Established on","type":"DATE"},
             {"name":"scope","title":"经营范围","titleEn":"Scope of business","type":"LONG_TEXT"}]
            """;
    private static final String CONTENT = """
            ["某市场监督管理局", "2015-03-05", "环境保护专用设备的销售、技术咨询与服务。"]
            """;

    private final Random random = new Random(11);
    private final int size;
    private final LocalDate today;
    private final List<String> names = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    PublicCity(int size, LocalDate today) {
        this.size = size;
        this.today = today;
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < size; i++) {
            String name = name(taken);
            String division = DIVISIONS.get(random.nextInt(DIVISIONS.size()));
            names.add(name);
            codes.add(UnifiedSocialCreditCode.generate(name.endsWith(INDIVIDUAL) ? "92" : "91", division, i)
                    .value());
        }
    }

    /** Writes everything; the index of the search is built afterwards, as anybody would who moves in with a million. */
    void write(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("DROP INDEX publication.public_subject_bigrams");
            statement.execute("ALTER TABLE publication.public_record DISABLE TRIGGER USER");
            statement.execute("INSERT INTO publication.public_form VALUES (1, '" + FORM + "')");
            for (int first = 0; first < size; first += AT_ONCE) {
                some(owner, first, Math.min(size, first + AT_ONCE));
            }
            statement.execute("ALTER TABLE publication.public_record ENABLE TRIGGER USER");
            statement.execute("CREATE INDEX public_subject_bigrams ON publication.public_subject USING gin (bigrams)");
            statement.execute("INSERT INTO publication.division VALUES ('320500', '苏州市', 'Suzhou'),"
                    + " ('320508', '姑苏区', 'Gusu') ON CONFLICT DO NOTHING");
            statement.execute("VACUUM ANALYZE publication.public_subject");
            statement.execute("VACUUM ANALYZE publication.public_record");
        }
    }

    private void some(Connection owner, int from, int to) throws SQLException {
        BulkInsert subjects = BulkInsert.into(
                "publication.public_subject",
                "public_id text",
                "code text",
                "name text",
                "former_names text[]",
                "search_text text",
                "kind text",
                "division_code text",
                "status text",
                "identity_until date",
                "good_until date",
                "warning_until date",
                "alert_until date",
                "updated_at timestamptz");
        BulkInsert records = BulkInsert.into(
                "publication.public_record",
                "record_no text",
                "public_id text",
                "section text",
                "item_code text",
                "item text",
                "item_en text",
                "title text",
                "supplier text",
                "division_code text",
                "legal_basis text",
                "decided_on date",
                "published_on date",
                "ends_on date",
                "series text",
                "form bigint",
                "content jsonb");
        Instant now = Instant.now();
        for (int i = from; i < to; i++) {
            String name = names.get(i);
            String code = codes.get(i);
            String division = code.substring(2, 8);
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            boolean many = i == WITH_MANY;
            LocalDate end = today.plusDays(30 + random.nextInt(900));
            LocalDate good = many || random.nextInt(8) == 0 ? end : null;
            LocalDate warning = many || random.nextInt(25) == 0 ? end : null;
            LocalDate alert = many || random.nextInt(30) == 0 ? end : null;
            String former = random.nextInt(20) == 0 ? former(name) : null;
            subjects.add(
                    id,
                    code,
                    name,
                    BulkInsert.arrayLiteral(former == null ? List.of() : List.of(former)),
                    former == null ? name : name + "|" + former,
                    name.endsWith(INDIVIDUAL) ? "INDIVIDUAL_BUSINESS" : "ENTERPRISE",
                    division,
                    "存续",
                    "infinity",
                    good,
                    warning,
                    alert,
                    now);
            record(records, "I" + i, id, "IDENTITY", division, null, null);
            if (random.nextInt(5) == 0 && !many) {
                record(records, "L" + i, id, "IDENTITY", division, null, null);
            }
            if (many) {
                many(records, id, division, end);
            } else {
                one(records, "G" + i, id, "GOOD", division, good);
                one(records, "W" + i, id, "WARNING", division, warning);
                one(records, "A" + i, id, "ALERT", division, alert);
            }
            // the registration and so many times the same licence
            for (int k = 0; i == WITH_HISTORY && k < HISTORY; k++) {
                record(records, "H" + k, id, "IDENTITY", division, null, SERIES);
            }
        }
        subjects.execute(owner);
        records.execute(owner);
    }

    private void one(BulkInsert records, String no, String id, String section, String division, LocalDate end) {
        if (end != null) {
            record(records, no, id, section, division, end, null);
        }
    }

    private void many(BulkInsert records, String id, String division, LocalDate end) {
        for (int k = 1; k < MANY; k++) {
            String section =
                    List.of("IDENTITY", "GOOD", "WARNING", "ALERT", "IDENTITY").get(k % 5);
            boolean inSeries = k % 5 == 0;
            record(
                    records,
                    "M" + k,
                    id,
                    section,
                    division,
                    k % 5 == 4 || inSeries ? null : end,
                    inSeries ? SERIES : null);
        }
    }

    /** The name under another brand. */
    private String former(String name) {
        int from = name.startsWith("张家港") ? 3 : 2;
        return name.substring(0, from) + brand() + name.substring(from + 2);
    }

    private void record(
            BulkInsert records, String no, String id, String section, String division, LocalDate end, String series) {
        records.add(
                no,
                id,
                section,
                "REG-BASIC",
                "企业登记",
                "Registration",
                "企业登记信息 " + no,
                "某市场监督管理局",
                division,
                "《企业信息公示暂行条例》第六条",
                today.minusDays(random.nextInt(3_000)),
                today.minusDays(random.nextInt(300)),
                end,
                series,
                1L,
                CONTENT);
    }

    private String name(Set<String> taken) {
        String name;
        do {
            String place = random.nextBoolean() ? PLACES.get(0) : PLACES.get(1 + random.nextInt(3));
            name = place
                    + brand()
                    + TRADES.get(random.nextInt(TRADES.size()))
                    + FORMS.get(random.nextInt(FORMS.size()));
        } while (!taken.add(name));
        return name;
    }

    private String brand() {
        StringBuilder brand = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            brand.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return brand.toString();
    }

    /** How many subjects there are. */
    int size() {
        return size;
    }

    /** What else than the code differs would not be these data: for {@link Bed#prepared}. */
    String kind() {
        return "public city 3, " + size + " subjects, " + today.getYear();
    }

    /** The name of a subject. */
    String name(int number) {
        return names.get(number);
    }

    /** The code of a subject. */
    String code(int number) {
        return codes.get(number);
    }

    /** So many characters of a subject's name, from its brand on. */
    String fragment(int number, int length) {
        String name = names.get(number);
        int from = name.startsWith("张家港") ? 3 : 2;
        return name.substring(from, from + length);
    }
}
