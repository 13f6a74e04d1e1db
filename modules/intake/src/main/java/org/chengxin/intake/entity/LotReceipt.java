package org.chengxin.intake.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.chengxin.kernel.Actor;
import org.chengxin.kernel.DisclosureScope;

/** What came as a lot, from whom and when: said once, when it is taken, and never changed. */
@Embeddable
public class LotReceipt {

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "submitted_name")
    private String submittedName;

    private String channel;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "content_sha256")
    private String contentSha256;

    @Column(name = "size_bytes")
    private long sizeBytes;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Enumerated(EnumType.STRING)
    @Column(name = "lot_scope")
    private DisclosureScope lotScope;

    @Column(name = "historic_document")
    private String historicDocument;

    private String mapping;

    @Column(name = "received_at")
    private OffsetDateTime receivedAt;

    protected LotReceipt() {}

    LotReceipt(LotDescription description, Actor clerk, Instant now) {
        this.submittedBy = clerk.username();
        this.submittedName = clerk.displayName();
        this.channel = description.channel();
        this.fileName = description.fileName();
        this.mediaType = description.mediaType();
        this.contentSha256 = description.contentSha256();
        this.sizeBytes = description.sizeBytes();
        this.idempotencyKey = description.idempotencyKey();
        this.lotScope = description.scope();
        this.historicDocument = description.historicDocument();
        this.mapping = description.mapping();
        this.receivedAt = now.atOffset(ZoneOffset.UTC);
    }

    /** What its sender did not state it has of the lot that it corrects. */
    void inherit(DisclosureScope scope, String document) {
        lotScope = lotScope == null ? scope : lotScope;
        historicDocument = historicDocument == null ? document : historicDocument;
    }

    public String submittedBy() {
        return submittedBy;
    }

    public String submittedName() {
        return submittedName;
    }

    public String fileName() {
        return fileName;
    }

    /** What was said for the whole lot; null for nothing. */
    public DisclosureScope lotScope() {
        return lotScope;
    }

    /** Number of the superior's approval of a historic import (F20); null for none. */
    public String historicDocument() {
        return historicDocument;
    }

    /** Old records, which may lack what is mandatory today. */
    public boolean historic() {
        return historicDocument != null;
    }

    /** JSON of the mapping that was used. */
    public String mapping() {
        return mapping;
    }

    public OffsetDateTime receivedAt() {
        return receivedAt;
    }
}
