package org.chengxin.system.worklist;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/**
 * Transactions without a container: all that one thread does in one, by the engine, by JPA or by SQL, goes over one
 * connection and is committed together, as JTA does it in the server.
 */
final class Transactions implements AutoCloseable {

    /** What is done in one. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws Exception;
    }

    /** Opens a connection of the application's role. */
    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    /** What ends a transaction or a connection is for {@link #call} alone. */
    private static final Set<String> NOT_FOR_BORROWERS =
            Set.of("close", "commit", "rollback", "setAutoCommit", "setReadOnly", "setTransactionIsolation");

    private final Connections connections;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Connection> current = new ThreadLocal<>();
    private final ThreadLocal<EntityManager> context = new ThreadLocal<>();
    private final DataSource dataSource;
    private final EntityManagerFactory unit;

    Transactions(Connections connections) {
        this.connections = connections;
        this.dataSource = stand(DataSource.class, this::ofDataSource);
        this.unit = Persistence.createEntityManagerFactory(
                "registry",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        dataSource));
    }

    /** The connection of the transaction that the calling thread is in; outside of one a connection of its own. */
    DataSource dataSource() {
        return dataSource;
    }

    /** The persistence context of the transaction that the calling thread is in. */
    EntityManager entityManager() {
        return stand(EntityManager.class, (self, method, values) -> invoke(context.get(), method, values));
    }

    /** Does something in one transaction; nothing of it stays when it throws. */
    <T> T call(Work<T> work) throws Exception {
        Connection connection = idle.poll();
        if (connection == null) {
            connection = connections.open();
            connection.setAutoCommit(false);
        }
        current.set(connection);
        EntityManager manager = unit.createEntityManager();
        context.set(manager);
        boolean committed = false;
        try {
            manager.getTransaction().begin();
            T result = work.run();
            manager.getTransaction().commit();
            connection.commit();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                undo(manager, connection);
            }
            manager.close();
            context.remove();
            current.remove();
            if (!connection.isClosed()) {
                idle.add(connection);
            }
        }
    }

    private static void undo(EntityManager manager, Connection connection) throws SQLException {
        if (manager.getTransaction().isActive()) {
            manager.getTransaction().rollback();
        }
        if (!connection.isClosed()) {
            connection.rollback();
        }
    }

    /** Cuts the connection of the calling thread's transaction, as the end of the server's process would. */
    void cut() throws SQLException {
        current.get().abort(Runnable::run);
    }

    @Override
    public void close() {
        unit.close();
        idle.forEach(connection -> {
            try {
                connection.close();
            } catch (SQLException gone) {
                throw new IllegalStateException(gone);
            }
        });
    }

    private Object ofDataSource(Object self, Method method, Object[] values) throws Throwable {
        if (!method.getName().equals("getConnection")) {
            // loggers, time-outs and the like, which nobody here asks for in earnest
            return method.getReturnType() == int.class ? 0 : null;
        }
        Connection connection = current.get();
        if (connection == null) {
            return connections.open();
        }
        return stand(
                Connection.class,
                (lent, asked, arguments) ->
                        NOT_FOR_BORROWERS.contains(asked.getName()) ? null : invoke(connection, asked, arguments));
    }

    private static Object invoke(Object on, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(on, values);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static <T> T stand(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return switch (method.getName()) {
                            case "equals" -> self == values[0];
                            case "hashCode" -> System.identityHashCode(self);
                            default -> type.getSimpleName() + " of the transaction";
                        };
                    }
                    return handler.invoke(self, method, values);
                }));
    }
}
