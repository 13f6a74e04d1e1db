package org.chengxin.console;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lots that wait for their columns to be confirmed, in the session of the clerk who sent them. */
@SessionScoped
public class LotDrafts implements Serializable {

    private static final long serialVersionUID = 1L;
    /** Who opens more than these in tabs goes on with the latest; files of 256 MiB are not hoarded. */
    private static final int MOST = 3;

    /**
     * A lot with what was said about it.
     *
     * @param scope as its name; null for nothing
     * @param historicDocument null for none
     * @param corrects number of the lot that it corrects; null for none
     */
    record Draft(KeptFile file, String itemCode, String scope, String historicDocument, String corrects)
            implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    private final LinkedHashMap<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, String> sent = new HashMap<>();

    /**
     * Keeps a draft.
     *
     * @return the name under which it is found again, part of the address of its page
     */
    synchronized String keep(Draft draft) {
        Iterator<Map.Entry<String, Draft>> oldest = drafts.entrySet().iterator();
        while (drafts.size() >= MOST && oldest.hasNext()) {
            oldest.next().getValue().file().delete();
            oldest.remove();
        }
        String key = UUID.randomUUID().toString();
        drafts.put(key, draft);
        return key;
    }

    /** The draft of this name, unless it was sent, given up or left behind on another node. */
    synchronized Optional<Draft> find(String key) {
        return Optional.ofNullable(drafts.get(key)).filter(draft -> draft.file().present());
    }

    /**
     * It became a lot: whoever sends it a second time, with a double click or from another tab, is led there.
     *
     * @param lotNo number of the lot
     */
    synchronized void sent(String key, String lotNo) {
        sent.put(key, lotNo);
        drop(key);
    }

    /** The lot that the draft of this name became in this session. */
    synchronized Optional<String> lotOf(String key) {
        return Optional.ofNullable(sent.get(key));
    }

    /** It became a lot, or was given up. */
    synchronized void drop(String key) {
        Draft draft = drafts.remove(key);
        if (draft != null) {
            draft.file().delete();
        }
    }

    /** The session is over: the files go with it. */
    @PreDestroy
    synchronized void clear() {
        drafts.values().forEach(draft -> draft.file().delete());
        drafts.clear();
    }
}
