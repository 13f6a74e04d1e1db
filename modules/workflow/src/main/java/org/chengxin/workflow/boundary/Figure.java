package org.chengxin.workflow.boundary;

/**
 * A figure of the running system, as monitoring programs take it.
 *
 * @param name such as {@code chengxin_records}; figures of one name stand together
 * @param label name of what tells figures of one name apart, such as {@code state}; null for a figure that stands alone
 * @param key value of the label such as {@code PUBLISHED}; null with it
 */
public record Figure(String name, String label, String key, double value) {

    /** A figure that stands alone. */
    public static Figure of(String name, double value) {
        return new Figure(name, null, null, value);
    }
}
