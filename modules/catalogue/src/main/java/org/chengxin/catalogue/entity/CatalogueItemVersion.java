package org.chengxin.catalogue.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * The definition of an item from a day on (E06, E16). It never changes: one that no lot was checked with can be taken out
 * and another be put in its place.
 */
@Entity
@Table(name = "catalogue_item_version")
@NamedQuery(
        name = "CatalogueItemVersion.ofItem",
        query = "SELECT v FROM CatalogueItemVersion v WHERE v.itemId = :item ORDER BY v.version")
@NamedQuery(
        name = "CatalogueItemVersion.live",
        query = "SELECT v FROM CatalogueItemVersion v WHERE (:all = true OR v.itemId = :item)"
                + " AND v.effectiveFrom <= :today ORDER BY v.version")
public class CatalogueItemVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "catalogue_seq")
    private Long id;

    @Column(name = "item_id")
    private Long itemId;

    private int version;

    private String definition;

    @Column(name = "effective_from")
    private LocalDate effectiveFrom;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected CatalogueItemVersion() {}

    /**
     * A new version.
     *
     * @param definition JSON, as {@link org.chengxin.catalogue.definition.ItemDefinition#toJson()} writes it
     */
    public CatalogueItemVersion(
            Long itemId, int version, String definition, LocalDate effectiveFrom, String by, OffsetDateTime at) {
        this.itemId = itemId;
        this.version = version;
        this.definition = definition;
        this.effectiveFrom = effectiveFrom;
        this.createdBy = by;
        this.createdAt = at;
    }

    public Long id() {
        return id;
    }

    public Long itemId() {
        return itemId;
    }

    public int version() {
        return version;
    }

    /** JSON, as {@link org.chengxin.catalogue.definition.ItemDefinition#fromJson(String)} reads it. */
    public String definition() {
        return definition;
    }

    /** The first day on which lots are checked with it. */
    public LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    /** Who put it; null for what was there from the beginning. */
    public String createdBy() {
        return createdBy;
    }

    /** When; null for what was there from the beginning. */
    public OffsetDateTime createdAt() {
        return createdAt;
    }
}
