package org.chengxin.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Locale;

/**
 * The real files that the layouts of the demonstration were made for, sent to the built application as lots, one after
 * the other, registrations first; prints what became of their rows. The files are no part of the project. Usage, at the
 * top of a built checkout, with {@code CHENGXIN_TRIAL_DATA} naming their folder: {@code TrialLots}.
 */
public final class TrialLots {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path checkout;
    private final Path files;
    private final Bed bed;
    private final Connection owner;

    private TrialLots(Path checkout, Path files, Bed bed, Connection owner) {
        this.checkout = checkout;
        this.files = files;
        this.bed = bed;
        this.owner = owner;
    }

    public static void main(String[] args) throws Exception {
        Path checkout = Path.of(System.getProperty("chengxin.checkout", "")).toAbsolutePath();
        Path files = Path.of(System.getenv("CHENGXIN_TRIAL_DATA"));
        try (Bed bed = Bed.fresh(checkout, checkout.resolve("modules/bench/target/bed"));
                Connection owner = bed.owner()) {
            TrialLots trial = new TrialLots(checkout, files, bed, owner);
            trial.lot("registration-lookup", "registration/shandong-registration.xlsx", XLSX, "");
            trial.lot(
                    "environment-penalties",
                    "penalties/shandong-environment-penalties.xlsx",
                    XLSX,
                    "&historic=TRIAL-1");
            trial.lot("tax-grade-a", "honours/heilongjiang-tax-a-2018.csv", "text/csv", "");
            trial.lot("bank-penalties", "penalties/nfra-institution-penalties.xlsx", XLSX, "");
        }
    }

    private void lot(String mapping, String file, String mediaType, String query)
            throws IOException, InterruptedException, SQLException {
        JsonObject shipped = mapping(mapping);
        String supplier = shipped.getString("supplier");
        String item = shipped.getString("item");
        send(
                "PUT",
                supplier,
                "catalogue/items/" + item + "/mappings",
                "application/json",
                HttpRequest.BodyPublishers.ofString(
                        shipped.getJsonObject("mapping").toString()));
        String no = send(
                        "POST",
                        supplier,
                        "submissions?catalogueItem=" + item + query,
                        mediaType,
                        HttpRequest.BodyPublishers.ofFile(files.resolve(file)))
                .getString("no");
        Lot lot = new Lot(bed, owner, supplier, item, no);
        if (lot.awaitReviewOrEnd().equals("IN_REVIEW")) {
            lot.approve();
            lot.awaitDone();
        }
        JsonObject done = send("GET", supplier, "submissions/" + no, null, HttpRequest.BodyPublishers.noBody());
        System.out.println(mapping + ": " + done.getJsonObject("counts"));
        System.out.println("  cleaned: " + done.get("cleaning"));
        print(
                "SELECT severity || ' ' || rule || ' ' || coalesce(field, ''), count(*) FROM registry.finding f"
                        + " JOIN registry.submission s ON s.id = f.submission_id WHERE s.no = ? GROUP BY 1 ORDER BY 1",
                no);
        print(
                "SELECT r.state || ' on the portal ' || (p.record_no IS NOT NULL), count(*) FROM"
                        + " registry.credit_record r LEFT JOIN publication.public_record p ON p.record_no = r.record_no"
                        + " JOIN registry.submission s ON s.id = r.submission_id WHERE s.no = ? GROUP BY 1 ORDER BY 1",
                no);
    }

    private void print(String query, String no) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(query)) {
            statement.setString(1, no);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    System.out.printf(Locale.ROOT, "  %,d %s%n", row.getLong(2), row.getString(1));
                }
            }
        }
    }

    private JsonObject mapping(String name) throws IOException {
        Path file = checkout.resolve("modules/demonstration/src/main/resources/catalogue/mappings/" + name + ".json");
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        }
    }

    private JsonObject send(
            String method, String supplier, String path, String mediaType, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        URI address = bed.address().resolve("api/v1/" + path);
        String account = "clerk." + supplier + ":" + Bed.PASSWORD;
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
                .header("Accept", "application/json, application/problem+json")
                .method(method, body);
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        HttpResponse<String> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        try (JsonReader reader = Json.createReader(new java.io.StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
