package org.chengxin.forms;

/**
 * One choice of a field.
 *
 * @param value what is stored and sent, such as {@code approve}
 * @param label the Chinese word
 * @param labelEn the English word
 */
public record FormOption(String value, String label, String labelEn) {}
