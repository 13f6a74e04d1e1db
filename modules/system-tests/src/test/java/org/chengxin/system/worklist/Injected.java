package org.chengxin.system.worklist;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** Puts parts where the container would inject them. */
final class Injected {

    private Injected() {}

    /** The bean with each part in the fields of its type; a field that no part is for stays empty. */
    static <T> T into(T bean, Object... parts) {
        for (Class<?> type = bean.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                for (Object part : parts) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && field.getType().isInstance(part)) {
                        put(bean, field, part);
                    }
                }
            }
        }
        return bean;
    }

    private static void put(Object bean, Field field, Object part) {
        try {
            field.setAccessible(true);
            field.set(bean, part);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
