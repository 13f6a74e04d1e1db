package org.chengxin.intake.hostile;

import static org.chengxin.intake.hostile.HostileFile.CSV;
import static org.chengxin.intake.hostile.HostileFile.bytes;
import static org.chengxin.intake.hostile.HostileFile.joined;
import static org.chengxin.intake.hostile.HostileFile.read;
import static org.chengxin.intake.hostile.HostileFile.refused;

import java.util.Arrays;
import java.util.List;
import org.chengxin.intake.control.UnreadableFile.Reason;

/** Text in encodings that departments use, and in others. */
final class OddEncodings {

    /** A table of three rows. */
    static final String TABLE =
            "企业名称,统一社会信用代码,主要违法事实\n" + "江南某某染织有限公司,91440300708461136T,废水超标排放\n" + "乙厂,,噪声超过标准\n丙合作社,,未办理环评手续\n";

    private static final byte[] UTF8_MARK = bytes(0xEF, 0xBB, 0xBF);
    private static final byte[] LE_MARK = bytes(0xFF, 0xFE);
    private static final byte[] BE_MARK = bytes(0xFE, 0xFF);

    private OddEncodings() {}

    static List<HostileFile> all() {
        byte[] utf8 = bytes(TABLE);
        byte[] gbk = bytes(TABLE, "GBK");
        String rare = TABLE + "㐀㐁𠀀公司,,四字节的字\n";
        return List.of(
                read("UTF-8", CSV, 3, utf8),
                read("UTF-8 with a mark", CSV, 3, joined(UTF8_MARK, utf8)),
                read("UTF-8 with two marks", CSV, 3, joined(UTF8_MARK, UTF8_MARK, utf8)),
                read("GBK", CSV, 3, gbk),
                read("GB18030 with characters of four bytes", CSV, 4, bytes(rare, "GB18030")),
                read("GB18030 with private characters", CSV, 4, bytes(TABLE + "\uE000厂,,私用字\n", "GB18030")),
                read("UTF-16LE with a mark", CSV, 4, joined(LE_MARK, bytes(rare, "UTF-16LE"))),
                read("UTF-16BE with a mark", CSV, 4, joined(BE_MARK, bytes(rare, "UTF-16BE"))),
                refused("UTF-16LE without a mark", CSV, Reason.NUL_BYTES, bytes(TABLE, "UTF-16LE")),
                refused("UTF-16BE without a mark", CSV, Reason.NUL_BYTES, bytes(TABLE, "UTF-16BE")),
                refused(
                        "UTF-32LE",
                        CSV,
                        Reason.NUL_BYTES,
                        joined(LE_MARK, bytes(0, 0), bytes("甲,乙\n1,2\n", "UTF-32LE"))),
                refused(
                        "UTF-32BE",
                        CSV,
                        Reason.NUL_BYTES,
                        joined(bytes(0, 0), BE_MARK, bytes("甲,乙\n1,2\n", "UTF-32BE"))),
                refused(
                        "UTF-16 that ends within a character",
                        CSV,
                        Reason.UNKNOWN_ENCODING,
                        joined(LE_MARK, bytes(TABLE, "UTF-16LE"), bytes(0x41))),
                refused(
                        "UTF-16 with half a character",
                        CSV,
                        Reason.UNKNOWN_ENCODING,
                        joined(LE_MARK, bytes("甲,乙\n", "UTF-16LE"), bytes(0x00, 0xD8), bytes("x,1\n", "UTF-16LE"))),
                refused(
                        "UTF-8 with one wrong byte",
                        CSV,
                        Reason.UNKNOWN_ENCODING,
                        joined(utf8, bytes(0xFF), bytes(",,\n"))),
                refused(
                        "UTF-8 cut within a character",
                        CSV,
                        Reason.UNKNOWN_ENCODING,
                        Arrays.copyOf(utf8, utf8.length - 2)),
                refused("UTF-8 that goes on in GBK", CSV, Reason.UNKNOWN_ENCODING, joined(utf8, gbk)),
                refused("UTF-8 with a mark that is GBK", CSV, Reason.UNKNOWN_ENCODING, joined(UTF8_MARK, gbk)),
                refused(
                        "UTF-8 with surrogates",
                        CSV,
                        Reason.UNKNOWN_ENCODING,
                        joined(utf8, bytes(0xED, 0xA0, 0x80), bytes(",,\n"))),
                refused(
                        "a single euro sign of code page 936",
                        CSV,
                        Reason.UNKNOWN_ENCODING,
                        joined(bytes("甲,乙\n", "GBK"), bytes(0x80), bytes(",1\n"))),
                refused("bytes that no encoding has", CSV, Reason.UNKNOWN_ENCODING, bytes('a', '\n', 0xFF, 0xFF, '\n')),
                // bytes that are right in GB18030 too: a person sees at once that it is nonsense, a program cannot
                read("Big5 that looks like GBK", CSV, 1, bytes("名稱,代碼\n某某股份有限公司,1\n", "Big5")),
                read("Korean that looks like GBK", CSV, 1, bytes("이름,코드\n회사,1\n", "EUC-KR")),
                read(
                        "two characters of GBK that are right in UTF-8",
                        CSV,
                        1,
                        joined(bytes("a,b\n"), bytes("联通,1\n", "GBK"))),
                read("nothing but ASCII", CSV, 1, bytes("name,code\nNo. 1 Works,1\n")),
                refused("NUL in UTF-8", CSV, Reason.NUL_BYTES, bytes("甲,乙\n1,\0\n")),
                refused("NUL in GBK", CSV, Reason.NUL_BYTES, bytes("甲,乙\n1,\0\n", "GBK")),
                refused("NUL in UTF-16", CSV, Reason.NUL_BYTES, joined(LE_MARK, bytes("甲,乙\n1,\0\n", "UTF-16LE"))));
    }
}
