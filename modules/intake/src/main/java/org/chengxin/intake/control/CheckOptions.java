package org.chengxin.intake.control;

import java.time.LocalDate;
import java.util.Objects;

/**
 * How a lot is checked.
 *
 * @param historic an import of old data that a superior approved (F20): what is mandatory today may be missing, but not
 *     the subject
 * @param today by the application's clock, Asia/Shanghai
 */
public record CheckOptions(boolean historic, LocalDate today) {

    public CheckOptions {
        Objects.requireNonNull(today, "today");
    }
}
