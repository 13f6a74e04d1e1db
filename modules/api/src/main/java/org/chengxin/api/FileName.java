package org.chengxin.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the sender calls a file: {@code ?filename=}, else Content-Disposition (RFC 6266), else item and format. */
final class FileName {

    private static final int LONGEST = 200;
    private static final Pattern EXTENDED = Pattern.compile("filename\\*=UTF-8''([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("filename=\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOKEN = Pattern.compile("filename=([^;\\s\"]+)", Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /** A name without folders and control characters, of at most {@value #LONGEST} characters. */
    static String of(String parameter, String disposition, String item, String mediaType) {
        String given = parameter != null && !parameter.isBlank() ? parameter : disposed(disposition);
        String name = given == null ? "" : given.replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (name.isEmpty()) {
            return item + extension(mediaType);
        }
        return name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
    }

    private static String disposed(String disposition) {
        if (disposition == null) {
            return null;
        }
        Matcher extended = EXTENDED.matcher(disposition);
        if (extended.find()) {
            try {
                // a plus sign means itself here
                return URLDecoder.decode(extended.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException wronglyEncoded) {
                return null;
            }
        }
        Matcher quoted = QUOTED.matcher(disposition);
        if (quoted.find()) {
            return quoted.group(1);
        }
        Matcher token = TOKEN.matcher(disposition);
        return token.find() ? token.group(1) : null;
    }

    private static String extension(String mediaType) {
        String type = mediaType == null ? "" : mediaType;
        if (type.startsWith("application/json")) {
            return ".json";
        }
        if (type.startsWith("application/vnd.openxmlformats")) {
            return ".xlsx";
        }
        return type.startsWith("text/csv") ? ".csv" : "";
    }
}
