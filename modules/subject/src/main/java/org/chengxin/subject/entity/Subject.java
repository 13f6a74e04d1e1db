package org.chengxin.subject.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * Somebody whom records are about. Written in sets by {@link org.chengxin.subject.control.SubjectWriter}, since
 * registrations come in lots of many thousands; read here.
 */
@Entity
@Table(name = "subject")
@NamedQuery(name = "Subject.byCode", query = "SELECT s FROM Subject s WHERE s.code = :code")
public class Subject {

    @Id
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Enumerated(EnumType.STRING)
    private SubjectKind kind;

    private String name;
    private String code;

    @Column(name = "division_code")
    private String divisionCode;

    private String status;

    @Column(name = "out_of_region")
    private boolean outOfRegion;

    private boolean provisional;

    @Column(name = "merged_into")
    private Long mergedInto;

    @Version
    private int version;

    protected Subject() {}

    public Long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public SubjectKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /** Unified social credit code; null for those without one. */
    public String code() {
        return code;
    }

    public String divisionCode() {
        return divisionCode;
    }

    public String status() {
        return status;
    }

    /** Registered outside the region of this installation: flagged, never dropped (C03). */
    public boolean outOfRegion() {
        return outOfRegion;
    }

    /** Opened by hand, before its registration arrived. */
    public boolean provisional() {
        return provisional;
    }

    /** The subject that took its place; null while it stands for itself. */
    public Long mergedInto() {
        return mergedInto;
    }
}
