package org.chengxin.organisation.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.chengxin.kernel.Role;

/** A person or a supplier's system that signs in, bound to exactly one organisation. */
@Entity
@Table(name = "app_user")
@NamedQuery(name = "AppUser.byUsername", query = "SELECT u FROM AppUser u WHERE u.username = :username")
@NamedQuery(
        name = "AppUser.demonstration",
        query = "SELECT u FROM AppUser u WHERE u.demonstration = true AND u.enabled = true ORDER BY u.username")
public class AppUser {

    /** After so many wrong passwords in a row the account rests. */
    public static final int FAILURES_UNTIL_LOCK = 5;

    /** How long an account rests: long enough to stop guessing, short enough not to be a weapon against its owner. */
    public static final Duration LOCK = Duration.ofMinutes(15);

    @Id
    private Long id;

    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "organisation_id")
    private Long organisationId;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean enabled;
    private boolean demonstration;

    @Column(name = "failed_attempts")
    private int failedAttempts;

    @Column(name = "locked_until")
    private OffsetDateTime lockedUntil;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "user_role", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles;

    @Version
    private int version;

    protected AppUser() {}

    public Long id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    public Long organisationId() {
        return organisationId;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public boolean enabled() {
        return enabled;
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    public boolean lockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil.toInstant());
    }

    /** A wrong password: the account rests after {@value #FAILURES_UNTIL_LOCK} in a row. */
    public void failed(Instant now) {
        failedAttempts++;
        if (failedAttempts >= FAILURES_UNTIL_LOCK) {
            lockedUntil = now.plus(LOCK).atOffset(ZoneOffset.UTC);
            failedAttempts = 0;
        }
    }

    /** A right password forgets the wrong ones before it. */
    public void succeeded() {
        if (failedAttempts != 0 || lockedUntil != null) {
            failedAttempts = 0;
            lockedUntil = null;
        }
    }
}
