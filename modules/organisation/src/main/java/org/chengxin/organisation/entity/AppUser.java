package org.chengxin.organisation.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.chengxin.kernel.Role;

/** A person or a supplier's system that signs in, bound to exactly one organisation. */
@Entity
@Table(name = "app_user")
@NamedQuery(name = "AppUser.byUsername", query = "SELECT u FROM AppUser u WHERE u.username = :username")
@NamedQuery(name = "AppUser.page", query = "SELECT u FROM AppUser u WHERE u.username > :after ORDER BY u.username")
@NamedQuery(
        name = "AppUser.demonstration",
        query = "SELECT u FROM AppUser u WHERE u.demonstration = true AND u.enabled = true ORDER BY u.username")
public class AppUser {

    /** After so many wrong passwords in a row the account rests. */
    public static final int FAILURES_UNTIL_LOCK = 5;

    /** How long an account rests: long enough to stop guessing, short enough not to be a weapon against its owner. */
    public static final Duration LOCK = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "app_user_seq")
    @SequenceGenerator(name = "app_user_seq", sequenceName = "app_user_seq", allocationSize = 50)
    private Long id;

    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "organisation_id")
    private Long organisationId;

    @Column(name = "password_hash")
    private String passwordHash;

    private String email;
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

    @Column(name = "password_one_time")
    private boolean passwordOneTime;

    @Column(name = "password_expires_at")
    private OffsetDateTime passwordExpiresAt;

    @Version
    private int version;

    protected AppUser() {}

    /** A new account of an organisation; without a password nobody signs in with it. */
    public AppUser(String username) {
        this.username = username;
        this.passwordHash = "";
        this.roles = EnumSet.noneOf(Role.class);
    }

    /** What an administrator says about the account. */
    public void assign(String shownName, Long organisation, Set<Role> mayBe, boolean open) {
        displayName = shownName;
        organisationId = organisation;
        enabled = open;
        if (!roles.equals(mayBe)) {
            roles.clear();
            roles.addAll(mayBe);
        }
    }

    /** Where notices to this account go by mail; null for nowhere. */
    public void reachAt(String address) {
        email = address;
    }

    /** Null where notices do not go by mail. */
    public String email() {
        return email;
    }

    /** Another person gave this password: it serves once, to set an own one, until that moment. */
    public void giveOneTimePassword(String hash, Instant until) {
        passwordHash = hash;
        passwordOneTime = true;
        passwordExpiresAt = until.atOffset(ZoneOffset.UTC);
        failedAttempts = 0;
        lockedUntil = null;
    }

    /** The password of the account's own person. */
    public void choosePassword(String hash) {
        passwordHash = hash;
        passwordOneTime = false;
        passwordExpiresAt = null;
    }

    /** Whether the password only serves to set an own one. */
    public boolean passwordOneTime() {
        return passwordOneTime;
    }

    /** Whether the password serves no longer. */
    public boolean passwordExpiredAt(Instant now) {
        return passwordExpiresAt != null && !now.isBefore(passwordExpiresAt.toInstant());
    }

    /** Counts the changes. */
    public int version() {
        return version;
    }

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
