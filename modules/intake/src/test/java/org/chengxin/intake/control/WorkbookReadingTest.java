package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.chengxin.intake.control.UnreadableFile.Reason;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class WorkbookReadingTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private static byte[] workbook(Consumer<Workbook> fill) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            fill.accept(workbook);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] sheet(Consumer<Worksheet> fill) {
        return workbook(workbook -> fill.accept(workbook.newWorksheet("数据")));
    }

    private static byte[] simple() {
        return sheet(sheet -> {
            sheet.value(0, 0, "名称");
            sheet.value(0, 1, "金额");
            sheet.value(1, 0, "某厂");
            sheet.value(1, 1, 5);
        });
    }

    /** The same workbook with one part changed. */
    private static byte[] changed(byte[] workbook, String part, java.util.function.UnaryOperator<String> change)
            throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Path file = Files.createTempFile("workbook", ".xlsx");
        Files.write(file, workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } finally {
            Files.delete(file);
        }
        String before = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        parts.put(part, change.apply(before).getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void assertRefused(byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> Lots.read(bytes, null))
                .isInstanceOfSatisfying(UnreadableFile.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason));
    }

    @Test
    void cellsAreWhatAPersonWouldType() {
        byte[] bytes = sheet(sheet -> {
            String[] header = {"文字", "整数", "小数", "噪声", "日期", "时刻", "真", "长号", "带零"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, "行业\n［名录］");
            sheet.value(1, 1, 40000);
            sheet.value(1, 2, 945.12);
            sheet.value(1, 3, 0.1 + 0.2);
            sheet.value(1, 4, LocalDate.of(2017, 3, 5));
            sheet.style(1, 4).format("yyyy/m/d;@").set();
            sheet.value(1, 5, LocalDateTime.of(2017, 3, 5, 16, 30));
            sheet.style(1, 5).format("yyyy-mm-dd hh:mm").set();
            sheet.value(1, 6, true);
            sheet.value(1, 7, 370203000030639L);
            sheet.value(1, 8, 1234);
            sheet.style(1, 8).format("000000").set();
        });

        assertThat(Lots.read(bytes, null).cells())
                .containsExactly(Arrays.asList(
                        "行业\n［名录］",
                        "40000",
                        "945.12",
                        "0.3",
                        "2017-03-05",
                        "2017-03-05 16:30:00",
                        "TRUE",
                        "370203000030639",
                        "001234"));
    }

    @Test
    void aNumberWithAChineseFormatIsNoDate() {
        byte[] bytes = sheet(sheet -> {
            sheet.value(0, 0, "罚款");
            sheet.value(1, 0, 42000);
            sheet.style(1, 0).format("[DBNum2][$-804]General").set();
            sheet.value(2, 0, 42000);
            sheet.style(2, 0).format("&quot;处以罚款day&quot;0&quot;元&quot;").set();
        });

        assertThat(Lots.read(bytes, null).cells()).containsExactly(List.of("42000"), List.of("42000"));
    }

    @Test
    void rowsThatAreNotThereCountAsBlankUpToTheLast() {
        byte[] bytes = sheet(sheet -> {
            sheet.value(2, 0, "名称");
            sheet.value(3, 0, "甲");
            sheet.value(6, 0, "乙");
            sheet.value(9, 0, " ");
        });

        Lots.Table table = Lots.read(bytes, null);

        assertThat(table.headerRow()).isEqualTo(3);
        assertThat(table.numbers()).containsExactly(4, 5, 6, 7);
        assertThat(table.cells()).containsExactly(List.of("甲"), List.of(), List.of(), List.of("乙"));
    }

    @Test
    void theFirstSheetWithContentIsReadAndTheOthersAreNamed() {
        byte[] bytes = workbook(workbook -> {
            workbook.newWorksheet("空");
            Worksheet data = workbook.newWorksheet("数据");
            data.value(0, 0, "名称");
            data.value(1, 0, "甲");
            workbook.newWorksheet("说明").value(0, 0, "填表说明");
        });

        Lots.Table table = Lots.read(bytes, null);

        assertThat(table.header()).containsExactly("名称");
        assertThat(table.unreadSheets()).containsExactly("说明");
    }

    @Test
    void formulasAreRefused() {
        assertRefused(
                sheet(sheet -> {
                    sheet.value(0, 0, "名称");
                    sheet.value(1, 0, "甲");
                    sheet.formula(2, 0, "A2+A2");
                }),
                Reason.FORMULA);
    }

    @Test
    void mergedHeadingsAreRefusedAndMergedDataAreNot() {
        Consumer<Worksheet> fill = sheet -> {
            sheet.value(0, 0, "主体");
            sheet.value(0, 1, "名称");
            sheet.value(1, 0, "甲");
            sheet.value(3, 0, "乙");
        };
        assertRefused(
                sheet(sheet -> {
                    fill.accept(sheet);
                    sheet.range(0, 0, 0, 2).merge();
                }),
                Reason.MERGED_HEADER);
        assertRefused(
                sheet(sheet -> {
                    fill.accept(sheet);
                    sheet.range(0, 1, 1, 1).merge();
                }),
                Reason.MERGED_HEADER);
        assertThat(Lots.read(
                                sheet(sheet -> {
                                    fill.accept(sheet);
                                    sheet.range(1, 0, 2, 0).merge();
                                }),
                                null)
                        .rows())
                .hasSize(3);
    }

    @Test
    void emptyWorkbooksAreRefused() {
        assertRefused(sheet(sheet -> sheet.value(5, 5, " ")), Reason.EMPTY);
        assertRefused(sheet(sheet -> sheet.value(0, 0, "名称")), Reason.EMPTY);
    }

    @Test
    void entitiesAreRefused() throws IOException {
        String doctype = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";

        assertRefused(
                changed(simple(), SHEET, xml -> xml.replaceFirst("(<\\?xml[^>]*\\?>)?", "$1" + doctype)),
                Reason.XML_ENTITY);
        assertRefused(
                changed(simple(), "xl/workbook.xml", xml -> doctype + xml.replaceFirst("<\\?xml[^>]*\\?>", "")),
                Reason.XML_ENTITY);
    }

    @Test
    void whatUnpacksWithoutEndIsRefused() throws IOException {
        assertRefused(changed(simple(), "xl/media/zeros.bin", bytes -> "0".repeat(20 << 20)), Reason.ZIP_BOMB);
    }

    @Test
    void protectedAndOldWorkbooksAreRefused() {
        byte[] ole = new byte[2048];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, ole, 0, magic.length);
        assertRefused(ole, Reason.OLD_WORKBOOK);

        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, ole, 1024, name.length);
        assertRefused(ole, Reason.ENCRYPTED);

        byte[] protectedZip = simple();
        protectedZip[6] |= 1;
        assertRefused(protectedZip, Reason.ENCRYPTED);
    }

    @Test
    void otherArchivesAreRefused() throws IOException {
        assertRefused(zip(Map.of("a.txt", new byte[] {1})), Reason.WRONG_TYPE);
        assertRefused(changed(simple(), "xl/vbaProject.bin", text -> "macro"), Reason.WRONG_TYPE);
        assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, Reason.BROKEN);
    }

    @Test
    void brokenSheetsAreRefused() throws IOException {
        assertRefused(
                changed(simple(), SHEET, xml -> xml.substring(0, xml.indexOf("</sheetData>") - 10)), Reason.BROKEN);
        assertRefused(changed(simple(), SHEET, xml -> xml.replace("</row>", "")), Reason.BROKEN);
        byte[] whole = simple();
        assertRefused(Arrays.copyOf(whole, whole.length / 2), Reason.BROKEN);
    }

    @Test
    void tooManyColumnsOrRowsAreRefused() {
        assertRefused(
                sheet(sheet -> {
                    for (int i = 0; i < 21; i++) {
                        sheet.value(0, i, "列" + i);
                    }
                    sheet.value(1, 0, "甲");
                }),
                Reason.TOO_MANY_COLUMNS);
        assertRefused(
                sheet(sheet -> {
                    sheet.value(0, 0, "名称");
                    sheet.value(1, 0, "甲");
                    sheet.value(900_000, 0, "乙");
                }),
                Reason.TOO_MANY_ROWS);
    }
}
