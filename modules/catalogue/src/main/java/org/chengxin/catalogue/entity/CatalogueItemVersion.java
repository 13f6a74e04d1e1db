package org.chengxin.catalogue.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The definition of an item from a day on; never changed once records were checked with it (E06, E16). */
@Entity
@Table(name = "catalogue_item_version")
@NamedQuery(
        name = "CatalogueItemVersion.live",
        query = "SELECT v FROM CatalogueItemVersion v WHERE (:all = true OR v.itemId = :item)"
                + " AND v.effectiveFrom <= :today ORDER BY v.version")
public class CatalogueItemVersion {

    @Id
    private Long id;

    @Column(name = "item_id")
    private Long itemId;

    private int version;

    private String definition;

    @Column(name = "effective_from")
    private LocalDate effectiveFrom;

    protected CatalogueItemVersion() {}

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
}
