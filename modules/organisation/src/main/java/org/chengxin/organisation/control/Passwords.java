package org.chengxin.organisation.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks passwords against their PBKDF2 hashes (120,000 rounds of HMAC-SHA-256).
 *
 * <p>One check costs about 0.4 s of a core, too much for every call of an API client. A password that was right is
 * therefore remembered for {@link #REMEMBERED}, as a MAC under a key that lives in this process only.
 */
@ApplicationScoped
public class Passwords {

    static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int DIFFERENT = 5;

    @Inject
    Pbkdf2PasswordHash hash;

    private final Map<String, Long> right = new ConcurrentHashMap<>();
    private final byte[] key = new byte[32];
    private String nobody;

    @PostConstruct
    void prepare() {
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
                "Pbkdf2PasswordHash.Iterations", "120000",
                "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "32"));
        new SecureRandom().nextBytes(key);
        nobody = hash.generate("nobody".toCharArray());
    }

    /** Whether the password is the one behind the hash. */
    public boolean verify(String password, String passwordHash) {
        String seen = seal(password, passwordHash);
        long now = System.nanoTime();
        Long until = right.get(seen);
        if (until != null && now - until < 0) {
            return true;
        }
        boolean correct = hash.verify(password.toCharArray(), passwordHash);
        if (correct) {
            if (right.size() >= MOST_REMEMBERED) {
                right.clear();
            }
            right.put(seen, now + REMEMBERED.toNanos());
        }
        return correct;
    }

    /** The hash of a password, as it is kept. */
    public String hashOf(String password) {
        return hash.generate(password.toCharArray());
    }

    /**
     * Whether a password is long enough to be one: twelve characters, of which at least five differ, and not the
     * account's own name. Longer is better than odder (NIST SP 800-63B 5.1.1).
     */
    public static boolean isStrong(String password, String username) {
        return password != null
                && password.length() >= SHORTEST
                && password.length() <= LONGEST
                && password.chars().distinct().count() >= DIFFERENT
                && !password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT));
    }

    /** Takes as long as a real check, so that a stranger cannot tell by the time which accounts exist. */
    public void pretend(String password) {
        hash.verify(password.toCharArray(), nobody);
    }

    private String seal(String password, String passwordHash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(passwordHash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] digest = mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
            return new String(MessageDigest.getInstance("SHA-256").digest(digest), StandardCharsets.ISO_8859_1);
        } catch (NoSuchAlgorithmException | java.security.InvalidKeyException e) {
            throw new IllegalStateException("The JDK lacks HmacSHA256", e);
        }
    }
}
