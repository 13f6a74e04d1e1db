package org.chengxin.intake.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.chengxin.kernel.Actor;

/** What a lot is from the moment it was sent: its number, its item and supplier, and what its sender said. */
@MappedSuperclass
public abstract class SentLot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "submission_seq")
    @SequenceGenerator(name = "submission_seq", sequenceName = "submission_seq", allocationSize = 50)
    private Long id;

    private String no;

    @Column(name = "item_id")
    private Long itemId;

    @Column(name = "item_code")
    private String itemCode;

    @Column(name = "item_version_id")
    private Long itemVersionId;

    @Column(name = "organisation_id")
    private Long organisationId;

    @Embedded
    private LotReceipt receipt;

    @Version
    private int version;

    protected SentLot() {}

    SentLot(String no, LotDescription description, Actor clerk, Instant now) {
        this.no = no;
        this.itemId = description.itemId();
        this.itemCode = description.itemCode();
        this.itemVersionId = description.itemVersionId();
        this.organisationId = clerk.organisationId();
        this.receipt = new LotReceipt(description, clerk, now);
    }

    public Long id() {
        return id;
    }

    public String no() {
        return no;
    }

    public Long itemId() {
        return itemId;
    }

    public String itemCode() {
        return itemCode;
    }

    public Long itemVersionId() {
        return itemVersionId;
    }

    public Long organisationId() {
        return organisationId;
    }

    public LotReceipt receipt() {
        return receipt;
    }

    /** When it came, which is part of the key of its rows. */
    public OffsetDateTime receivedAt() {
        return receipt.receivedAt();
    }
}
