package org.chengxin.publication.boundary;

import java.util.List;
import java.util.Optional;

/**
 * A piece of a list.
 *
 * @param nextCursor where the next piece begins, opaque; null at the end
 */
public record Page<T>(List<T> items, String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> empty() {
        return new Page<>(List.of(), null);
    }

    /** Where the next piece begins; empty at the end. */
    public Optional<String> next() {
        return Optional.ofNullable(nextCursor);
    }
}
