package org.chengxin.catalogue.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** One kind of information that is collected (征集目录); what it consists of is in its versions. */
@Entity
@Table(name = "catalogue_item")
@NamedQuery(name = "CatalogueItem.byCode", query = "SELECT i FROM CatalogueItem i WHERE i.code = :code")
@NamedQuery(name = "CatalogueItem.all", query = "SELECT i FROM CatalogueItem i ORDER BY i.code")
public class CatalogueItem {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "catalogue_seq")
    private Long id;

    private String code;
    private String name;

    @Column(name = "name_en")
    private String nameEn;

    @Version
    private int revision;

    protected CatalogueItem() {}

    /** A new item; what it consists of comes with its first version. */
    public CatalogueItem(String code) {
        this.code = code;
    }

    /** The item is called what its newest version says. */
    public void call(String chinese, String english) {
        name = chinese;
        nameEn = english;
    }

    /** Counts every change of the item, of its versions and of its suppliers. */
    public int revision() {
        return revision;
    }

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
