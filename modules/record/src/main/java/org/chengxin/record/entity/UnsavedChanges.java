package org.chengxin.record.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.kernel.SubjectRole;

/** What a transaction has brought to a record and the ledger writes beside it: events, a content version, parties. */
public class UnsavedChanges {

    private final List<RecordEvent> events = new ArrayList<>();
    private ContentVersion content;
    private Map<Long, SubjectRole> parties = Map.of();

    /**
     * New content that waits to be written.
     *
     * @param content JSON object
     * @param changeKind FIRST, CHANGE, CORRECTION or REVOCATION
     */
    public record ContentVersion(String content, String changeKind, Instant recordedAt) {}

    void event(RecordEvent event) {
        events.add(event);
    }

    void content(ContentVersion version, Map<Long, SubjectRole> others) {
        content = version;
        parties = others;
    }

    /** Whether there are events that the ledger has not written yet. */
    public boolean hasEvents() {
        return !events.isEmpty();
    }

    /** The events since the last call, oldest first. */
    public List<RecordEvent> takeEvents() {
        List<RecordEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** The content version that came with this transaction, once; null if none did. */
    public ContentVersion takeContent() {
        ContentVersion taken = content;
        content = null;
        return taken;
    }

    /** Further subjects that came with this transaction, once, each with its role. */
    public Map<Long, SubjectRole> takeParties() {
        Map<Long, SubjectRole> taken = parties;
        parties = Map.of();
        return taken;
    }
}
