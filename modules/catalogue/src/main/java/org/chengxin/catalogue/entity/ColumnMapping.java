package org.chengxin.catalogue.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;

/** That a clerk confirmed which column of their department's layout is which field; kept as provenance. */
@Entity
@Table(name = "column_mapping")
@NamedQuery(
        name = "ColumnMapping.ofSupplier",
        query = "SELECT m FROM ColumnMapping m WHERE m.itemId = :item AND m.organisationId = :organisation"
                + " AND m.id > :after ORDER BY m.id")
@NamedQuery(
        name = "ColumnMapping.find",
        query = "SELECT m FROM ColumnMapping m WHERE m.itemId = :item AND m.organisationId = :organisation"
                + " AND m.fingerprint = :fingerprint")
public class ColumnMapping {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "catalogue_seq")
    @SequenceGenerator(name = "catalogue_seq", sequenceName = "catalogue_seq", allocationSize = 50)
    private Long id;

    @Column(name = "item_id")
    private Long itemId;

    @Column(name = "organisation_id")
    private Long organisationId;

    private String fingerprint;
    private String mapping;

    @Column(name = "confirmed_by")
    private String confirmedBy;

    @Column(name = "confirmed_at")
    private OffsetDateTime confirmedAt;

    @Version
    private int version;

    protected ColumnMapping() {}

    public ColumnMapping(Long itemId, Long organisationId, String fingerprint) {
        this.itemId = itemId;
        this.organisationId = organisationId;
        this.fingerprint = fingerprint;
    }

    public Long id() {
        return id;
    }

    public String confirmedBy() {
        return confirmedBy;
    }

    public OffsetDateTime confirmedAt() {
        return confirmedAt;
    }

    /** Changes with every confirmation. */
    public int version() {
        return version;
    }

    /** JSON: header, columns, ignored, fixed. */
    public String mapping() {
        return mapping;
    }

    /** The clerk says (again) how this layout is read. */
    public void confirm(String mapping, String by, OffsetDateTime at) {
        this.mapping = mapping;
        this.confirmedBy = by;
        this.confirmedAt = at;
    }
}
