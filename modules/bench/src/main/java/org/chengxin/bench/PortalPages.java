package org.chengxin.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages of the portal over a register of invented enterprises: how large they are, how many requests a browser makes for
 * one, and how long one takes from the request to its last byte, over HTTP on the same machine. Usage, at the top of a
 * built checkout: {@code PortalPages [subjects [requests]]}.
 */
public final class PortalPages {

    private static final int SUBJECTS = 1_000_000;
    private static final int REQUESTS = 200;
    private static final int WARM_UP = 60;
    private static final double MILLIS = 1e6;
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern FURTHER =
            Pattern.compile("<(?:link rel=\"(?:stylesheet|icon)\" href|script src)=\"([^\"]+)\"");

    private final PortalClient client;
    private final PublicCity city;
    private final int subjects;
    private final int requests;
    private final Random random = new Random(5);

    private PortalPages(PortalClient client, PublicCity city, int subjects, int requests) {
        this.client = client;
        this.city = city;
        this.subjects = subjects;
        this.requests = requests;
    }

    public static void main(String[] args) throws Exception {
        int subjects = args.length > 0 ? Integer.parseInt(args[0]) : SUBJECTS;
        int requests = args.length > 1 ? Integer.parseInt(args[1]) : REQUESTS;
        Path checkout = Path.of(System.getProperty("chengxin.checkout", "")).toAbsolutePath();
        PublicCity city = new PublicCity(subjects, LocalDate.now(ZoneId.of("Asia/Shanghai")));
        try (Bed bed = Bed.prepared(
                checkout, checkout.resolve("modules/bench/target/city"), city.kind(), "PT0S", city::write)) {
            new PortalPages(new PortalClient(bed.address()), city, subjects, requests).measure();
        }
    }

    private void measure() throws IOException, InterruptedException {
        say("%n| page | bytes | compressed | requests | p50, ms | p95, ms |%n|---|---:|---:|---:|---:|---:|");
        page("start page", () -> "");
        page("subject by its code", () -> "subjects/" + city.code(anyone()));
        page("subject with a history of 61 records", () -> "subjects/" + city.code(PublicCity.WITH_HISTORY));
        page("subject with 200 records", () -> "subjects/" + city.code(PublicCity.WITH_MANY));
        page("list of alerts", () -> "lists/alert");
        page("list of alerts of one place", () -> "lists/alert?place=320508");
        page("latest publications", () -> "lists/latest");
        page("search by a code", () -> PortalClient.search(city.code(anyone())));
        page("search, 2 characters", () -> PortalClient.search(city.fragment(anyone(), 2)));
        page("search, 3 characters", () -> PortalClient.search(city.fragment(anyone(), 3)));
        page("search, 4 characters", () -> PortalClient.search(city.fragment(anyone(), 4)));
        page("search, 10 % of all names", () -> PortalClient.search(PublicCity.COMMON));
        page(
                "the same, of one place with alerts",
                () -> PortalClient.search(PublicCity.COMMON) + "&place=320508&section=alert");
        page("search, half of all names", () -> PortalClient.search(PublicCity.BEGINNING));
        String deep = nextPages(PortalClient.search(PublicCity.COMMON), 20);
        page("search, 10 % of all names, 21st page", () -> deep);
        page("search that finds nothing", () -> PortalClient.search("琪琪" + city.fragment(anyone(), 2)));
        page("suggestions, 2 characters", () -> "suggest?q=" + PortalClient.encoded(city.fragment(anyone(), 2)));
        page("suggestions, 10 % of all names", () -> "suggest?q=" + PortalClient.encoded(PublicCity.COMMON));
        page("public API, 2 characters", () -> PortalClient.interfaceSearch(city.fragment(anyone(), 2)));
        page("public API, 10 % of all names", () -> PortalClient.interfaceSearch(PublicCity.COMMON));
        page("site map, the list of its parts", () -> "sitemap.xml");
    }

    private int anyone() {
        return 1 + random.nextInt(subjects - 1);
    }

    private String nextPages(String first, int pages) throws IOException, InterruptedException {
        String address = first;
        for (int i = 0; i < pages; i++) {
            Matcher next = NEXT.matcher(PortalClient.text(client.get(address)));
            if (!next.find()) {
                throw new IllegalStateException("no next page after " + i);
            }
            address = next.group(1).substring(1).replace("&amp;", "&");
        }
        return address;
    }

    private void page(String what, Supplier<String> address) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            client.get(address.get());
        }
        double[] millis = new double[requests];
        HttpResponse<byte[]> last = null;
        for (int i = 0; i < requests; i++) {
            String asked = address.get();
            long start = System.nanoTime();
            last = client.get(asked);
            millis[i] = (System.nanoTime() - start) / MILLIS;
        }
        Arrays.sort(millis);
        String page = PortalClient.text(last);
        Matcher further = FURTHER.matcher(page);
        int more = 0;
        while (further.find()) {
            more++;
        }
        say(
                "| %s | %,d | %,d | %d | %.1f | %.1f |",
                what,
                page.getBytes(StandardCharsets.UTF_8).length,
                last.body().length,
                1 + more,
                millis[requests / 2],
                millis[requests * 95 / 100]);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
