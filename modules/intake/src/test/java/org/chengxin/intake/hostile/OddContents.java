package org.chengxin.intake.hostile;

import static org.chengxin.intake.hostile.HostileFile.CSV;
import static org.chengxin.intake.hostile.HostileFile.bytes;
import static org.chengxin.intake.hostile.HostileFile.read;
import static org.chengxin.intake.hostile.HostileFile.refused;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.intake.control.UnreadableFile.Reason;

/** Tables that are right and whose cells are not what anybody expects in them. */
final class OddContents {

    private OddContents() {}

    /** What is odd about a cell → the cell. */
    static Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("a command as a formula", "=cmd|'/c calc'!A0");
        cells.put("a sum as a formula", "=1+1");
        cells.put("a formula that begins with a plus sign", "+1+1");
        cells.put("a formula that begins with a minus sign", "-2+3");
        cells.put("a formula that begins with an at sign", "@SUM(A1:A9)");
        cells.put("a link as a formula", "=HYPERLINK(A1;1)");
        cells.put("zero-width characters", "江\u200B南\u200C某\u200D厂\uFEFF");
        cells.put("full width throughout", "ＡＢＣ１２３（）－／．");
        cells.put("marks that turn the direction", "\u202E厂某某\u202C\u200F");
        cells.put("emoji", "👩‍👩‍👧🏭🇨🇳");
        cells.put("characters beyond the basic plane", "𠀀𪚥𫝀");
        cells.put("a thousand combining marks", "e" + "\u0301".repeat(1000));
        cells.put("a name of ten thousand characters", "某".repeat(10_000));
        cells.put("control characters", "某\u0001\u0008\u001B[31m厂");
        cells.put("characters that are none", "某\uFFFE\uFFFF厂");
        cells.put("a character that could not be read once", "某\uFFFD厂");
        cells.put("private characters", "\uE000\uF8FF");
        cells.put("tags", "\uDB40\uDC41\uDB40\uDC42");
        cells.put("blanks of all kinds", "\u00A0\u2003\u3000某\u2009厂\u205F");
        cells.put("soft hyphens", "某\u00AD厂");
        cells.put("a command for a database", "'; DROP TABLE submission; --");
        cells.put("a script", "<script>alert(1)</script>");
        cells.put("a name to look up", "${jndi:ldap://example.invalid/a}");
        cells.put("places for values", "{0} %s %n {} #{x} ${y}");
        cells.put("a path", "../../../../etc/passwd");
        cells.put("escapes", "\\u0000\\x00\\n%00&#0;");
        cells.put("a number of four hundred digits", "9".repeat(400));
        cells.put("a number without end", "1e999999999");
        cells.put("no number", "NaN");
        cells.put("a date that is none", "2026-02-30");
        cells.put("a date of another calendar", "令和8年7月1日");
        cells.put("an amount in words that is none", "壹万万仟元整");
        cells.put("a citizen's number", "360426199101010071");
        cells.put("a code with a letter O", "91371923MA3COKJY73");
        cells.put("a word for nothing", "#REF!");
        return cells;
    }

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        cells().forEach((what, cell) -> files.add(read(
                what,
                CSV,
                2,
                bytes("企业名称,统一社会信用代码,主要违法事实,处罚日期,罚款金额（元）,失信严重程度\n甲厂,,超标,2026-01-02,100,一般\n" + row(cell)))));
        files.add(refused(
                "more control characters than text",
                CSV,
                Reason.WRONG_TYPE,
                bytes("甲,乙\n\u0001\u0002\u0003\u0004\u0005,\u0006\n")));
        return files;
    }

    /** The cell in every column. */
    private static String row(String cell) {
        String quoted = '"' + cell.replace("\"", "\"\"") + '"';
        return String.join(",", quoted, quoted, quoted, quoted, quoted, quoted) + "\n";
    }
}
