package org.chengxin.intake.hostile;

import static org.chengxin.intake.hostile.HostileFile.JSON;
import static org.chengxin.intake.hostile.HostileFile.bytes;
import static org.chengxin.intake.hostile.HostileFile.joined;
import static org.chengxin.intake.hostile.HostileFile.repeated;

import java.util.ArrayList;
import java.util.List;
import org.chengxin.intake.control.UnreadableFile.Reason;

/** JSON of every wrong shape. */
final class OddJson {

    private OddJson() {}

    private static HostileFile read(String name, int rows, String json) {
        return HostileFile.read(name, JSON, rows, bytes(json));
    }

    private static HostileFile refused(String name, Reason reason, String json) {
        return HostileFile.refused(name, JSON, reason, bytes(json));
    }

    private static HostileFile broken(String name, String json) {
        return refused(name, Reason.BROKEN, json);
    }

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>(shapes());
        files.addAll(values());
        files.addAll(sizes());
        return files;
    }

    private static List<HostileFile> shapes() {
        String good = "[{\"subjectName\":\"某某厂\",\"facts\":\"超标\"},{\"subjectName\":\"乙厂\"}]";
        return List.of(
                read("JSON", 2, good),
                HostileFile.read("JSON in GBK", JSON, 2, bytes(good, "GBK")),
                HostileFile.read("JSON in UTF-8 with a mark", JSON, 2, joined(bytes(0xEF, 0xBB, 0xBF), bytes(good))),
                HostileFile.read(
                        "JSON in UTF-16 with a mark", JSON, 2, joined(bytes(0xFF, 0xFE), bytes(good, "UTF-16LE"))),
                HostileFile.refused("JSON in UTF-16 without a mark", JSON, Reason.NUL_BYTES, bytes(good, "UTF-16LE")),
                read("blanks everywhere", 1, " \n\t[ { \"a\" : 1 } ]\r\n "),
                refused("blanks only as JSON", Reason.EMPTY, " \n\t "),
                refused("no object", Reason.EMPTY, "[]"),
                refused("empty objects", Reason.EMPTY, "[{},{}]"),
                read("an empty object among others", 2, "[{},{\"a\":1}]"),
                broken("an object instead of an array", "{\"subjectName\":\"甲\"}"),
                broken("an array of rows", "[[\"甲\",\"乙\"],[\"1\",\"2\"]]"),
                broken("an array of numbers", "[1,2,3]"),
                broken("an array of texts", "[\"甲\"]"),
                broken("an array of nothing", "[null]"),
                broken("objects and numbers", "[{\"a\":1},2]"),
                refused("a text", Reason.WRONG_TYPE, "\"甲\""),
                refused("a number as JSON", Reason.WRONG_TYPE, "42"),
                refused("null", Reason.WRONG_TYPE, "null"),
                broken("objects line by line", "{\"a\":1}\n{\"a\":2}\n"),
                broken("two arrays", "[{\"a\":1}][{\"a\":2}]"),
                broken("something behind the array", "[{\"a\":1}] x"),
                broken("a comma behind the last object", "[{\"a\":1},]"),
                broken("a comma behind the last value", "[{\"a\":1,}]"),
                broken("no comma between objects", "[{\"a\":1}{\"a\":2}]"),
                broken("an array that breaks off", "[{\"a\":1},{\"a\":2}"),
                broken("an object that breaks off", "[{\"a\":1},{\"a\":"),
                broken("a text that breaks off", "[{\"a\":\"甲"),
                broken("one bracket", "["),
                broken("a key twice", "[{\"a\":1,\"a\":2}]"),
                broken("a key twice in a later row", "[{\"a\":1},{\"a\":1,\"a\":1}]"),
                broken("a comment", "[{\"a\":1 /* eins */}]"),
                broken("apostrophes", "[{'a':1}]"),
                broken("a key without quotation marks", "[{a:1}]"),
                broken("a colon too few", "[{\"a\" 1}]"),
                broken("brackets crossed", "[{\"a\":[1}]]"));
    }

    private static List<HostileFile> values() {
        return List.of(
                read("yes, no and nothing", 1, "[{\"a\":true,\"b\":false,\"c\":null}]"),
                read("arrays as values", 1, "[{\"a\":[\"甲\",1,null,[2]],\"b\":[]}]"),
                read("objects as values", 1, "[{\"a\":{\"b\":{\"c\":[1,{}]}}}]"),
                read("numbers where texts belong", 1, "[{\"subjectName\":5,\"facts\":1e3}]"),
                broken("NaN", "[{\"a\":NaN}]"),
                broken("infinity", "[{\"a\":-Infinity}]"),
                broken("a leading zero", "[{\"a\":01}]"),
                broken("a leading plus sign", "[{\"a\":+1}]"),
                broken("a leading point", "[{\"a\":.5}]"),
                broken("a hexadecimal number", "[{\"a\":0xFF}]"),
                broken("half a character", "[{\"a\":\"\\ud800\"}]"),
                broken("half a character in a key", "[{\"\\udc00\":1}]"),
                broken("half a character deep inside", "[{\"a\":{\"b\":\"x\\ud800y\"}}]"),
                read("both halves of a character", 1, "[{\"a\":\"\\ud840\\udc00\"}]"),
                read("an escaped NUL", 1, "[{\"subjectName\":\"某\\u0000厂\"}]"),
                broken("a control character in a text", "[{\"a\":\"甲\u0001乙\"}]"),
                broken("a line break in a text", "[{\"a\":\"甲\n乙\"}]"),
                broken("an escape that is none", "[{\"a\":\"\\x41\"}]"),
                read("a number without end", 1, "[{\"a\":1E999999999,\"b\":-1e-999999999}]"),
                read("a number of ten thousand digits", 1, "[{\"a\":" + "7".repeat(10_000) + "}]"),
                read("an empty key", 1, "[{\"\":1}]"),
                read("the keys of a prototype", 1, "[{\"__proto__\":{\"x\":1},\"constructor\":2}]"),
                read("texts that would be formulas", 1, "[{\"subjectName\":\"=cmd|' /C calc'!A0\"}]"));
    }

    private static List<HostileFile> sizes() {
        StringBuilder keys = new StringBuilder("[{\"k0\":0");
        for (int i = 1; i < 500; i++) {
            keys.append(",\"k").append(i).append("\":").append(i);
        }
        StringBuilder everyRowAnother = new StringBuilder("[{\"k\":0}");
        for (int i = 0; i < 600; i++) {
            everyRowAnother.append(",{\"k").append(i).append("\":1}");
        }
        return List.of(
                read("five hundred keys", 1, keys + "}]"),
                refused("five hundred and one keys", Reason.TOO_MANY_COLUMNS, keys + ",\"x\":1}]"),
                refused("another key in every row", Reason.TOO_MANY_COLUMNS, everyRowAnother + "]"),
                refused(
                        "a key of forty thousand characters",
                        Reason.CELL_TOO_LARGE,
                        "[{\"" + "k".repeat(40_000) + "\":1}]"),
                read("nested nine hundred deep", 1, "[{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}]"),
                broken("nested a hundred thousand deep", "[{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}]"),
                broken("objects nested without end", "[{\"a\":" + "{\"a\":".repeat(100_000)),
                HostileFile.read(
                        "a text of a million characters", JSON, 1, repeated("[{\"a\":\"", "长", 1_000_000, "\"}]")),
                HostileFile.refused(
                        "a text of two million characters",
                        JSON,
                        Reason.CELL_TOO_LARGE,
                        repeated("[{\"a\":\"", "长", 2_000_000, "\"}]")),
                HostileFile.refused(
                        "a text that is never closed",
                        JSON,
                        Reason.CELL_TOO_LARGE,
                        repeated("[{\"a\":\"", "长", 20_000_000, "")),
                HostileFile.refused(
                        "a number of two million digits",
                        JSON,
                        Reason.CELL_TOO_LARGE,
                        repeated("[{\"a\":", "7", 2_000_000, "}]")),
                HostileFile.refused(
                        "a million numbers in one value",
                        JSON,
                        Reason.CELL_TOO_LARGE,
                        repeated("[{\"a\":[0", ",1", 1_000_000, "]}]")),
                HostileFile.refused(
                        "a million objects in one value",
                        JSON,
                        Reason.CELL_TOO_LARGE,
                        repeated("[{\"a\":[{}", ",{}", 1_000_000, "]}]")),
                HostileFile.refused("five million characters in one row", JSON, Reason.CELL_TOO_LARGE, out -> {
                    out.write(bytes("[{\"x\":1"));
                    for (int i = 0; i < 50; i++) {
                        out.write(bytes(",\"k" + i + "\":\"" + "长".repeat(100_000) + "\""));
                    }
                    out.write(bytes("}]"));
                }),
                HostileFile.read(
                        "a million objects", JSON, 1_000_000, repeated("[{\"a\":0}", ",{\"a\":1}", 999_999, "]")),
                HostileFile.refused(
                        "a million objects and one",
                        JSON,
                        Reason.TOO_MANY_ROWS,
                        repeated("[{\"a\":0}", ",{\"a\":1}", 1_000_000, "]")));
    }
}
