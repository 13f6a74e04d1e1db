package org.chengxin.catalogue.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.chengxin.kernel.DisclosureScope;

/** That an organisation supplies an item, and which scope it declared for it once and for all (G01). */
@Entity
@Table(name = "catalogue_supplier")
@IdClass(CatalogueSupplier.Key.class)
@NamedQuery(
        name = "CatalogueSupplier.ofItem",
        query = "SELECT s FROM CatalogueSupplier s WHERE s.itemId = :item ORDER BY s.organisationId")
@NamedQuery(name = "CatalogueSupplier.all", query = "SELECT s FROM CatalogueSupplier s")
public class CatalogueSupplier {

    /** Primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        Long itemId;
        Long organisationId;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(itemId, key.itemId)
                    && Objects.equals(organisationId, key.organisationId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(itemId, organisationId);
        }
    }

    private String regime;

    @Id
    @Column(name = "item_id")
    private Long itemId;

    @Id
    @Column(name = "organisation_id")
    private Long organisationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "standing_scope")
    private DisclosureScope standingScope;

    protected CatalogueSupplier() {}

    public Long itemId() {
        return itemId;
    }

    /** Rules of publication of the supplier's own, such as MARKET_SUPERVISION; null for none. */
    public String regime() {
        return regime;
    }

    public Long organisationId() {
        return organisationId;
    }

    /** Null where the supplier made no standing declaration. */
    public DisclosureScope standingScope() {
        return standingScope;
    }
}
