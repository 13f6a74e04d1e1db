package org.chengxin.catalogue.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** One kind of information that is collected (征集目录); what it consists of is in its versions. */
@Entity
@Table(name = "catalogue_item")
@NamedQuery(name = "CatalogueItem.byCode", query = "SELECT i FROM CatalogueItem i WHERE i.code = :code")
@NamedQuery(name = "CatalogueItem.all", query = "SELECT i FROM CatalogueItem i ORDER BY i.code")
public class CatalogueItem {

    @Id
    private Long id;

    private String code;
    private String name;

    @Column(name = "name_en")
    private String nameEn;

    protected CatalogueItem() {}

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String nameEn() {
        return nameEn;
    }
}
