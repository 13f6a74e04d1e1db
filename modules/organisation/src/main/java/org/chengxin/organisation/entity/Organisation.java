package org.chengxin.organisation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * A department, court, association, utility or bank that supplies or uses credit information (C09, C13, C24). A
 * county's users act for their own level only, so level, division and parent are part of who somebody is.
 */
@Entity
@Table(name = "organisation")
@NamedQuery(name = "Organisation.byCode", query = "SELECT o FROM Organisation o WHERE o.code = :code")
@NamedQuery(name = "Organisation.all", query = "SELECT o FROM Organisation o ORDER BY o.id")
public class Organisation {

    /** What sort of source or user it is; a source need not be a department (C24). */
    public enum Kind {
        DEPARTMENT,
        COURT,
        ASSOCIATION,
        UTILITY,
        BANK,
        THIRD_PARTY,
        CENTRE,
        SECRECY_AUTHORITY,
        GOVERNMENT
    }

    /** Administrative level (分级报送). */
    public enum Level {
        NATIONAL,
        PROVINCIAL,
        MUNICIPAL,
        COUNTY
    }

    /**
     * Rules of publication of an authority's own sector: 市场监督管理行政处罚信息公示规定 (Order 45), or that a decision may name
     * private persons and is read by an officer before it is public (政府信息公开条例 15, 17).
     */
    public enum Regime {
        MARKET_SUPERVISION,
        FINANCIAL_SUPERVISION
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "organisation_seq")
    @SequenceGenerator(name = "organisation_seq", sequenceName = "organisation_seq", allocationSize = 50)
    private Long id;

    private String code;
    private String name;

    @Column(name = "short_name")
    private String shortName;

    @Column(name = "name_en")
    private String nameEn;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private Level level;

    @Column(name = "division_code")
    private String divisionCode;

    @Column(name = "parent_id")
    private Long parentId;

    @Enumerated(EnumType.STRING)
    private Regime regime;

    @Version
    private int revision;

    protected Organisation() {}

    /** A new organisation; its code stays, since accounts and addresses hold it. */
    public Organisation(String code) {
        this.code = code;
    }

    /**
     * What it is called.
     *
     * @param english null where no English name is known
     */
    public void describe(String fullName, String shortOne, String english) {
        name = fullName;
        shortName = shortOne;
        nameEn = english;
    }

    /**
     * What it is and where it stands.
     *
     * @param division six digits
     * @param above the organisation above; null for none
     */
    public void place(Kind sort, Level rank, String division, Long above) {
        kind = sort;
        level = rank;
        divisionCode = division;
        parentId = above;
    }

    /** Which sector's rules of publication apply to what it supplies; null for the general ones only. */
    public void publishBy(Regime rules) {
        regime = rules;
    }

    /** Rules of publication of its sector's own; null for none. */
    public Regime regime() {
        return regime;
    }

    /** Counts the changes. */
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

    public String shortName() {
        return shortName;
    }

    /** English name; the Chinese one where none is known. */
    public String nameEn() {
        return nameEn == null ? name : nameEn;
    }

    public Kind kind() {
        return kind;
    }

    public Level level() {
        return level;
    }

    public String divisionCode() {
        return divisionCode;
    }

    public Long parentId() {
        return parentId;
    }
}
