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
 * A register of invented enterprises, written straight into the public projection: every one has a registration, one in
 * thirty an alert, and the first one has a licence with a long history besides. A tenth of the names holds the same four
 * characters in its middle, half of them begin with the same two.
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
    private static final List<String> DIVISIONS =
            List.of("320505", "320506", "320507", "320508", "320509", "320581", "320582", "320583");
    private static final int AT_ONCE = 10_000;
    private static final int HISTORY = 60;
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
    }

    /** Writes everything; the index of the search is built afterwards, as anybody would who moves in with a million. */
    void write(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("DROP INDEX publication.public_subject_bigrams");
            statement.execute("ALTER TABLE publication.public_record DISABLE TRIGGER USER");
            statement.execute("INSERT INTO publication.public_form VALUES (1, '" + FORM + "')");
            Set<String> taken = new HashSet<>();
            for (int first = 0; first < size; first += AT_ONCE) {
                some(owner, first, Math.min(size, first + AT_ONCE), taken);
            }
            statement.execute("ALTER TABLE publication.public_record ENABLE TRIGGER USER");
            statement.execute("CREATE INDEX public_subject_bigrams ON publication.public_subject USING gin (bigrams)");
            statement.execute("INSERT INTO publication.division VALUES ('320500', '苏州市', 'Suzhou'),"
                    + " ('320508', '姑苏区', 'Gusu') ON CONFLICT DO NOTHING");
            statement.execute("VACUUM ANALYZE publication.public_subject");
            statement.execute("VACUUM ANALYZE publication.public_record");
        }
    }

    private void some(Connection owner, int from, int to, Set<String> taken) throws SQLException {
        BulkInsert subjects = BulkInsert.into(
                "publication.public_subject",
                "public_id text",
                "code text",
                "name text",
                "search_text text",
                "kind text",
                "division_code text",
                "status text",
                "identity_until date",
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
            String name = name(taken);
            String division = DIVISIONS.get(random.nextInt(DIVISIONS.size()));
            String code = UnifiedSocialCreditCode.generate("91", division, i).value();
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            boolean alert = random.nextInt(30) == 0;
            LocalDate end = today.plusDays(1 + random.nextInt(900));
            subjects.add(id, code, name, name, "ENTERPRISE", division, "存续", "infinity", alert ? end : null, now);
            record(records, "I" + i, id, "IDENTITY", division, null, null);
            if (alert) {
                record(records, "A" + i, id, "ALERT", division, end, null);
            }
            for (int k = 0; i == 0 && k < HISTORY; k++) {
                record(records, "L" + k, id, "IDENTITY", division, null, "0123456789abcdef0123456789abcdef");
            }
            names.add(name);
            codes.add(code);
        }
        subjects.execute(owner);
        records.execute(owner);
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
