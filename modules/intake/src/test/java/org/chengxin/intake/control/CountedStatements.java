package org.chengxin.intake.control;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;

/** A connection that notes every statement that is executed through it, as often as it is, and what arrays they carry. */
final class CountedStatements {

    private final List<String> executed = new ArrayList<>();
    private int largestArray;

    Connection of(Connection connection) {
        return proxy(Connection.class, connection, null);
    }

    List<String> executed() {
        return List.copyOf(executed);
    }

    /** The most values that an array of these statements had. */
    int largestArray() {
        return largestArray;
    }

    private <T> T proxy(Class<T> type, T target, String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                executed.add(sql);
            }
            if (method.getName().equals("createArrayOf")) {
                largestArray = Math.max(largestArray, ((Object[]) arguments[1]).length);
            }
            try {
                Object answer = method.invoke(target, arguments);
                return answer instanceof PreparedStatement statement
                        ? proxy(PreparedStatement.class, statement, (String) arguments[0])
                        : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(
                Proxy.newProxyInstance(CountedStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
