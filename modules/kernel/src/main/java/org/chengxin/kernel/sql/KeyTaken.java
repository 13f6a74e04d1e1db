package org.chengxin.kernel.sql;

import java.sql.SQLException;
import org.chengxin.kernel.BusinessRefusal;

/**
 * Two people create the same at the same moment: both saw that there was none, and the database lets one of them in. The
 * other has done nothing wrong and is told to look again.
 */
public final class KeyTaken {

    /** The code of the refusal. */
    public static final String CODE = "CONCURRENT_CHANGE";

    /** SQLSTATE unique_violation. */
    private static final String UNIQUE_VIOLATION = "23505";

    private static final int DEEPEST = 20;

    private KeyTaken() {}

    /** Whether a row with the same key is behind a failure. */
    public static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException refused && UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /**
     * What to throw instead of a failure of a write.
     *
     * @return CONFLICT CONCURRENT_CHANGE where somebody else created the same; the failure itself where it is another
     */
    public static RuntimeException or(RuntimeException failure) {
        return isBehind(failure) ? BusinessRefusal.conflict(CODE) : failure;
    }
}
