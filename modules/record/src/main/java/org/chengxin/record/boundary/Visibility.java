package org.chengxin.record.boundary;

import java.time.LocalDate;
import org.chengxin.kernel.DisclosureScope;
import org.chengxin.record.entity.RecordState;

/**
 * The conditions under which everybody sees a record, each with its value: all of them have to hold. That a record is
 * disputed is none of them; it is marked and stays.
 *
 * @param endsOn last visible day; null for one without end
 * @param today the application's day in Asia/Shanghai
 * @param person whether it is about a natural person, whose records are never public (浙江条例 15条)
 */
public record Visibility(
        DisclosureScope scope, RecordState state, LocalDate endsOn, LocalDate today, boolean person, boolean disputed) {

    public boolean scopeIsPublic() {
        return scope == DisclosureScope.PUBLIC;
    }

    public boolean published() {
        return state == RecordState.PUBLISHED;
    }

    /** Whether today is not past the last visible day. */
    public boolean running() {
        return endsOn == null || !today.isAfter(endsOn);
    }

    /** Whether everybody sees it. */
    public boolean visible() {
        return scopeIsPublic() && published() && running() && !person;
    }

    /** The day from whose first second on it is not shown any more; null for one without end. */
    public LocalDate hiddenFrom() {
        return endsOn == null ? null : endsOn.plusDays(1);
    }
}
