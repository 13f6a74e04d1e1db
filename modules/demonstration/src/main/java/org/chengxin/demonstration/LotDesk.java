package org.chengxin.demonstration;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.chengxin.demonstration.lots.Lot;
import org.chengxin.demonstration.lots.Lot.Course;

/** A department at its desk: its clerk sends a lot, its reviewer decides about it. */
final class LotDesk {

    private static final Duration LOT_WITHIN = Duration.ofMinutes(5);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final List<String> CHECKED = List.of("IN_REVIEW", "PROCESSING", "DONE", "RETURNED");

    private final RestAccount clerk;
    private final RestAccount reviewer;

    LotDesk(RestAccount clerk, RestAccount reviewer) {
        this.clerk = clerk;
        this.reviewer = reviewer;
    }

    /**
     * Brings a lot as far as it shall go. What was done before is found done.
     *
     * @throws IOException when the server refuses it, or it does not get there in time; the message names its state
     */
    void handle(Lot lot) throws IOException, InterruptedException {
        String no = clerk.submit(
                        lot.item(), "demonstration-" + lot.key(), lot.historic(), LotText.rows(lot.item(), lot.rows()))
                .getString("no");
        if (lot.course() == Course.WAITING) {
            return;
        }
        boolean approve = lot.course() == Course.APPROVED;
        JsonObject checked = await(no, CHECKED);
        if (checked.getString("state").equals("IN_REVIEW")) {
            decide(no, approve ? "approve" : "return", approve ? "材料齐全，符合目录要求，同意报送" : "部分许可有效期与证书不一致，请核对后重新报送");
        }
        await(no, List.of(approve ? "DONE" : "RETURNED"));
    }

    private void decide(String no, String outcome, String reason) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LOT_WITHIN.toNanos();
        Optional<JsonObject> task = findTask(no);
        while (task.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_NANOS);
            task = findTask(no);
        }
        if (task.isEmpty()) {
            throw new IOException("no review task for submission " + no);
        }
        JsonObject decision = Json.createObjectBuilder()
                .add("outcome", outcome)
                .add("reason", reason)
                .add("fields", JsonValue.EMPTY_JSON_OBJECT)
                .build();
        reviewer.post("tasks/" + idOf(task.get()) + "/decision", decision);
    }

    private Optional<JsonObject> findTask(String no) throws IOException, InterruptedException {
        return reviewer.get("tasks?state=open&process=Submission&limit=200").getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(task -> no.equals(task.getString("businessKey", "")))
                .findFirst();
    }

    private static String idOf(JsonObject task) {
        JsonValue id = task.get("id");
        return id.getValueType() == JsonValue.ValueType.STRING ? task.getString("id") : id.toString();
    }

    private JsonObject await(String no, List<String> states) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LOT_WITHIN.toNanos();
        while (true) {
            JsonObject lot = clerk.get("submissions/" + no);
            String state = lot.getString("state");
            // what waits for somebody to say its section shall wait: that is one of the open tasks of the demonstration
            if (states.contains(state) || (states.contains("DONE") && lot.getInt("toClassify", 0) > 0)) {
                return lot;
            }
            if (state.equals("RETURNED") || state.equals("REFUSED") || System.nanoTime() > deadline) {
                throw new IOException("submission " + no + " is " + state + ": " + lot.get("counts"));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
