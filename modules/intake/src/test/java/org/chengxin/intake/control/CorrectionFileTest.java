package org.chengxin.intake.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file of rows to be corrected, as it comes back. */
class CorrectionFileTest {

    private static RowSource open(String csv) {
        return open(csv, StandardCharsets.UTF_8);
    }

    private static RowSource open(String csv, Charset charset) {
        return CorrectionFile.orAsItIs(
                TabularReader.open(new ByteArrayInputStream(csv.getBytes(charset)), null, Lots.SMALL));
    }

    @Test
    void it_has_the_layout_that_the_file_had_before() {
        try (RowSource file = open("原批次行号,原批次问题,企业名称,文号\r\nL20260701000001-17,代码有误,甲公司,1号\r\n,,乙公司,2号\r\n")) {
            assertThat(file.header()).containsExactly("企业名称", "文号");
            List<List<String>> rows = new ArrayList<>();
            while (file.next()) {
                rows.add(file.cells());
            }
            assertThat(rows).containsExactly(List.of("甲公司", "1号"), List.of("乙公司", "2号"));
        }
    }

    @Test
    void a_row_says_which_one_it_is_again_wherever_somebody_moved_the_column() {
        try (RowSource file = open("企业名称,原批次行号,文号\n甲公司, L20260701000001-17 ,1号\n乙公司,17,2号\n丙公司\n")) {
            List<Optional<CorrectionFile.Origin>> origins = new ArrayList<>();
            while (file.next()) {
                origins.add(((CorrectionFile) file).origin());
            }
            assertThat(origins)
                    .containsExactly(
                            Optional.of(new CorrectionFile.Origin("L20260701000001", 17)),
                            Optional.empty(),
                            Optional.empty());
        }
    }

    @Test
    void what_a_spreadsheet_would_calculate_comes_back_as_it_was() {
        try (RowSource file = open("原批次行号,电话,备注\nL20260701000001-2,'+86 512 1,'quoted'\n")) {
            assertThat(file.next()).isTrue();
            assertThat(file.cells()).containsExactly("+86 512 1", "'quoted'");
        }
    }

    @Test
    void any_other_file_is_as_it_is() {
        try (RowSource file = open("企业名称,原批次问题\n甲公司,'=1\n")) {
            assertThat(file).isNotInstanceOf(CorrectionFile.class);
            assertThat(file.header()).containsExactly("企业名称", "原批次问题");
        }
    }

    @Test
    void people_are_told_what_a_file_turned_out_to_be() {
        try (RowSource utf8 = open("企业名称,文号\n甲公司,1号\n");
                RowSource chinese = open("企业名称;文号\n甲公司;1号\n", Charset.forName("GB18030"));
                RowSource json = open("[{\"subjectName\":\"甲公司\"}]")) {
            assertThat(utf8.form()).isEqualTo(new SourceForm("CSV", "UTF-8", ','));
            assertThat(chinese.form()).isEqualTo(new SourceForm("CSV", "GB18030", ';'));
            assertThat(json.form()).isEqualTo(new SourceForm("JSON", "UTF-8", null));
        }
    }
}
