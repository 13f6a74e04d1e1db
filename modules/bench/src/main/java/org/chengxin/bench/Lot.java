package org.chengxin.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.chengxin.demonstration.RestAccount;

/**
 * One lot on its way. What is done to it goes over HTTP; what is only waited for is asked of the database, where the
 * question costs the measured server nothing.
 */
final class Lot {

    private static final long WITHIN_NANOS = TimeUnit.HOURS.toNanos(2);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Bed bed;
    private final Connection owner;
    private final String department;
    private final String item;
    private String no;

    Lot(Bed bed, Connection owner, String department, String item) {
        this.bed = bed;
        this.owner = owner;
        this.department = department;
        this.item = item;
    }

    /** A lot that was sent already. */
    Lot(Bed bed, Connection owner, String department, String item, String no) {
        this(bed, owner, department, item);
        this.no = no;
    }

    /** @return the lot's number. */
    String no() {
        return no;
    }

    void upload(String key, String csv) throws IOException, InterruptedException {
        no = account("clerk").submit(item, key, csv).getString("no");
    }

    /** The same from a file that is not held. */
    void upload(String key, Path csv) throws IOException, InterruptedException {
        no = account("clerk").submit(item, key, csv).getString("no");
    }

    void awaitReview() throws SQLException, IOException {
        await("IN_REVIEW");
    }

    /** @return the state: IN_REVIEW, or DONE where no row was accepted. */
    String awaitReviewOrEnd() throws SQLException, IOException {
        return await(List.of("IN_REVIEW", "DONE"));
    }

    /** The reviewer approves; the task is there as soon as the lot waits, since both are written in one transaction. */
    void approve() throws SQLException, IOException, InterruptedException {
        String task = one("SELECT id FROM registry.worklist_task WHERE state = 'OPEN' AND business_key = ?");
        JsonObject decision = Json.createObjectBuilder()
                .add("outcome", "approve")
                .add("reason", "基准测试")
                .add("fields", JsonValue.EMPTY_JSON_OBJECT)
                .build();
        account("reviewer").post("tasks/" + task + "/decision", decision);
    }

    /** Every accepted row is a record now, and that is committed. */
    void awaitAdmitted() throws SQLException, IOException {
        await(
                List.of("admitted"),
                "SELECT CASE WHEN rows_admitted + (SELECT coalesce(sum(p.rows_admitted), 0) FROM registry.lot_part p"
                        + " WHERE p.submission_id = s.id) >= accepted THEN 'admitted' ELSE state END"
                        + " FROM registry.submission s WHERE no = ?");
    }

    void awaitDone() throws SQLException, IOException {
        await("DONE");
    }

    /** Waits until anybody can read, among the 200 newest records of this code, one with this text in it. */
    void awaitPublic(String code, String text) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + WITHIN_NANOS;
        while (!isPublic(code, text)) {
            if (System.nanoTime() > deadline) {
                throw new IOException(text + " of lot " + no + " is not public");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** @throws IOException unless exactly this many rows were received, accepted and are on the portal */
    void requireAllPublic(int rows) throws SQLException, IOException {
        String counts = one("""
                SELECT received || '/' || accepted || '/' || (
                    SELECT count(*) FROM publication.public_record p
                      JOIN registry.credit_record r USING (record_no) WHERE r.submission_id = s.id)
                  FROM registry.submission s WHERE no = ?
                """);
        if (!counts.equals(rows + "/" + rows + "/" + rows)) {
            throw new IOException("lot " + no + " received/accepted/public: " + counts + " instead of " + rows);
        }
    }

    private boolean isPublic(String code, String text) throws IOException, InterruptedException {
        URI address = bed.address().resolve("api/v1/public/subjects/" + code + "/records?limit=200");
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address)
                        .header("Accept", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return answer.statusCode() == 200 && answer.body().contains(text);
    }

    private void await(String state) throws SQLException, IOException {
        await(List.of(state));
    }

    private String await(List<String> states) throws SQLException, IOException {
        return await(states, "SELECT state FROM registry.submission WHERE no = ?");
    }

    private String await(List<String> states, String query) throws SQLException, IOException {
        long deadline = System.nanoTime() + WITHIN_NANOS;
        while (true) {
            String now = one(query);
            if (states.contains(now)) {
                return now;
            }
            if (now.equals("REFUSED") || now.equals("RETURNED") || System.nanoTime() > deadline) {
                throw new IOException("lot " + no + " is " + now + " and not " + states);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private String one(String query) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(query)) {
            statement.setString(1, no);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("nothing found for lot " + no);
                }
                return row.getString(1);
            }
        }
    }

    /** @return the department's reviewer at the interface. */
    RestAccount reviewer() {
        return account("reviewer");
    }

    private RestAccount account(String role) {
        return new RestAccount(client, bed.address(), role + "." + department, Bed.PASSWORD);
    }
}
