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
import java.time.LocalDate;
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

        public Key(Long itemId, Long organisationId) {
            this.itemId = itemId;
            this.organisationId = organisationId;
        }

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

    @Id
    @Column(name = "item_id")
    private Long itemId;

    @Id
    @Column(name = "organisation_id")
    private Long organisationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "standing_scope")
    private DisclosureScope standingScope;

    @Column(name = "declared_by")
    private String declaredBy;

    @Column(name = "declared_on")
    private LocalDate declaredOn;

    @Column(name = "declared_version")
    private Integer declaredVersion;

    protected CatalogueSupplier() {}

    /** The organisation may supply the item from now on. */
    public CatalogueSupplier(Long itemId, Long organisationId) {
        this.itemId = itemId;
        this.organisationId = organisationId;
    }

    /**
     * The supplier declares, for one version of the item, who may see what it sends, unless lot or row say otherwise.
     *
     * @param scope null to take an earlier declaration back
     */
    public void declare(DisclosureScope scope, int version, String by, LocalDate on) {
        standingScope = scope;
        declaredVersion = version;
        declaredBy = by;
        declaredOn = on;
    }

    public Long itemId() {
        return itemId;
    }

    public Long organisationId() {
        return organisationId;
    }

    /** What the supplier declared for a version of the item; null where nothing was declared for this one. */
    public DisclosureScope standingScope(int version) {
        return declaredVersion != null && declaredVersion == version ? standingScope : null;
    }

    /** The latest declaration, for whichever version it was; null for none. */
    public DisclosureScope standingScope() {
        return standingScope;
    }

    /** The version that was declared for; null for none. */
    public Integer declaredVersion() {
        return declaredVersion;
    }

    /** Who declared; null for nobody. */
    public String declaredBy() {
        return declaredBy;
    }

    /** When; null for never. */
    public LocalDate declaredOn() {
        return declaredOn;
    }
}
