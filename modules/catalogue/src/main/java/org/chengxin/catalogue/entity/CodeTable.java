package org.chengxin.catalogue.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A code table by its code; values may be added and renamed, never taken away, since records hold them (E18). */
@Entity
@Table(name = "code_table")
@NamedQuery(name = "CodeTable.all", query = "SELECT t FROM CodeTable t ORDER BY t.name")
public class CodeTable {

    @Id
    private String name;

    private String title;
    private String definition;

    @Version
    private int revision;

    protected CodeTable() {}

    public CodeTable(String code) {
        this.name = code;
    }

    public String code() {
        return name;
    }

    /** JSON, as {@link org.chengxin.catalogue.definition.CodeTableDefinition#toJson()} writes it. */
    public String definition() {
        return definition;
    }

    /** The table says this from now on. */
    public void define(String chineseName, String json) {
        title = chineseName;
        definition = json;
    }

    /** Counts the changes. */
    public int revision() {
        return revision;
    }
}
