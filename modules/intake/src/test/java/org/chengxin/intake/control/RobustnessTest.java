package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.chengxin.catalogue.definition.FieldDefinition;
import org.chengxin.catalogue.definition.ItemDefinition;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Whatever a file or a row holds, there is an answer: rows or a named refusal, a value or a finding. */
class RobustnessTest {

    private static final int TRIES = 400;

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() throws IOException {
        String text = "名称,文号,金额\n\"江南\n某厂\",环罚〔2026〕1号,1.5\n乙厂,,\"2\"\"3\"\n";
        List<byte[]> files = List.of(
                text.getBytes(StandardCharsets.UTF_8),
                text.getBytes(Charset.forName("GB18030")),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                "[{\"a\":\"甲\",\"b\":[1,2]},{\"c\":{\"d\":null}}]".getBytes(StandardCharsets.UTF_8),
                workbook());
        Random random = new Random(20_260_701);
        for (byte[] file : files) {
            for (int i = 0; i < TRIES; i++) {
                byte[] damaged = damaged(file, random);
                try {
                    assertThat(Lots.read(damaged, null).header()).isNotEmpty();
                } catch (UnreadableFile refusal) {
                    assertThat(refusal.reason()).isNotNull();
                }
            }
        }
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("数据");
            for (int row = 0; row < 20; row++) {
                sheet.value(row, 0, "名称" + row);
                sheet.value(row, 1, row * 1.5);
                sheet.value(row, 2, LocalDate.of(2026, 1, 1).plusDays(row));
                sheet.style(row, 2).format("yyyy-mm-dd").set();
            }
        }
        return out.toByteArray();
    }

    private static byte[] damaged(byte[] file, Random random) {
        byte[] damaged = file.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length)) : damaged;
    }

    @Test
    void anyCellInAnyFieldGivesAValueOrAFinding() {
        List<String> cells = List.of(
                "",
                " ",
                "-",
                "空",
                "#N/A",
                "0",
                "-1",
                "1e9",
                "９９",
                "1/2",
                "至",
                "至2026-01-01",
                "2026-01-01至",
                "、；;|",
                "\"",
                "\n",
                "\uFEFF",
                "\u0000",
                "\uD800",
                "𠀀",
                "<script>",
                "' OR 1=1",
                "2026-13-45",
                "99999999999999999999",
                "360426199101010071",
                "91440300708461136T",
                "00000000000000000X",
                "L".repeat(20),
                "（",
                "元",
                "万元",
                "年",
                "个月",
                "{0}",
                "%s",
                "=1+1",
                "2017/2020/",
                "人民币",
                "〔〕",
                "a".repeat(5000),
                "𠀀".repeat(300),
                "1".repeat(400));
        DemonstrationCatalogue.items().forEach(file -> {
            ItemDefinition item =
                    DemonstrationCatalogue.item(file.getFileName().toString().replace(".json", ""));
            List<String> names =
                    item.fields().stream().map(FieldDefinition::name).toList();
            RowChecker checker = new RowChecker(
                    item,
                    DemonstrationCatalogue.tables(),
                    HeaderMapping.identity(item, names).orElseThrow(),
                    new CheckOptions(false, LocalDate.of(2026, 7, 1)));
            Random random = new Random(1);
            for (int i = 0; i < TRIES; i++) {
                List<String> row = new ArrayList<>();
                names.forEach(name -> row.add(cells.get(random.nextInt(cells.size()))));
                CheckedRow checked = checker.check(i, row);
                assertThat(checked.contentHash()).hasSize(64);
                assertThat(checked.findings()).allSatisfy(finding -> {
                    assertThat(IntakeTexts.of(finding, item, java.util.Locale.CHINA))
                            .isNotBlank();
                    assertThat(String.valueOf(finding.value())).doesNotContain("19910101");
                });
                assertThat(String.valueOf(checked.content().get("subjectCode"))).doesNotContain("19910101");
            }
        });
    }

    @Test
    void everyRowOfALotComesOut() {
        StringBuilder text = new StringBuilder("甲,乙\n");
        Random random = new Random(7);
        int last = 0;
        for (int row = 2; row < 90; row++) {
            boolean blank = random.nextInt(3) == 0;
            text.append(blank ? random.nextBoolean() ? "\n" : " ,\n" : row + ",值\n");
            last = blank ? last : row;
        }

        Lots.Table table = Lots.read(text.toString());

        assertThat(table.rows()).hasSize(last - 1);
        assertThat(table.rows()).allSatisfy(line -> assertThat(
                        line.cells().isEmpty() || line.cells().get(0).equals(String.valueOf(line.row())))
                .isTrue());
    }
}
