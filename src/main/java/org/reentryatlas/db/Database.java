package org.reentryatlas.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** A pool of connections as one {@link Role}. Safe for many threads; close it to end the connections. */
public final class Database implements AutoCloseable {
    private static final Duration POOL_WAIT = Duration.ofSeconds(2);
    /** A server that takes the connection and then says nothing is given up too. */
    static final Map<String, String> CONNECTING =
            Map.of("connectTimeout", "5", "loginTimeout", "10", "tcpKeepAlive", "true");

    /**
     * So that the server soon ends the work, and gives back the locks, of a process that was killed or whose machine is gone:
     * by itself it looks at the connection only when it has something to say.
     */
    private static final String NOTICE_DEATH = "-c client_connection_check_interval=1s -c tcp_keepalives_idle=30"
            + " -c tcp_keepalives_interval=10 -c tcp_keepalives_count=6";
    /** As roles.sql sets them; said again, since a database may have been made before that said so. */
    private static final String SERVING_LIMITS = " -c statement_timeout=3s -c idle_in_transaction_session_timeout=10s"
            + " -c max_parallel_workers_per_gather=0";
    /** A lock is waited for less long than a statement may take, so that the error tells the two apart. */
    private static final String COMMAND_LIMITS = " -c statement_timeout=10min -c lock_timeout=9min";

    private static final Duration SERVING_SILENCE = Duration.ofSeconds(10);
    /** Longer than any statement, so that only a server that does not answer any more is given up. */
    private static final Duration COMMAND_SILENCE = Duration.ofMinutes(11);

    private static final int DESK_CONNECTIONS = 4;

    private static final String TRIED = "tried";

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
    }

    /**
     * Connects, and fails at once when the server cannot be reached or refuses the role.
     *
     * @param url a JDBC URL without credentials
     * @throws DatabaseUnavailableException with the reason
     */
    public static Database connect(String url, Role role, String password, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(DatabaseUrl.secured(url));
        config.setUsername(role.user());
        config.setPassword(password);
        // Few write at the same time, and a server has connections for few.
        config.setMaximumPoolSize(role == Role.DESK ? Math.min(DESK_CONNECTIONS, connections) : connections);
        config.setConnectionTimeout(POOL_WAIT.toMillis());
        config.setPoolName(role.user());
        config.addDataSourceProperty("ApplicationName", "reentry-atlas");
        CONNECTING.forEach(config::addDataSourceProperty);
        Duration silence = role == Role.WEB || role == Role.DESK ? SERVING_SILENCE : COMMAND_SILENCE;
        config.addDataSourceProperty("options", NOTICE_DEATH + limits(role));
        config.addDataSourceProperty("socketTimeout", String.valueOf(silence.toSeconds()));
        try {
            return new Database(new HikariDataSource(config));
        } catch (HikariPool.PoolInitializationException e) {
            throw new DatabaseUnavailableException(
                    "no connection as " + role.user() + " to " + url + ": " + rootMessage(e), e);
        }
    }

    private static String limits(Role role) {
        return switch (role) {
            case WEB -> SERVING_LIMITS + " -c default_transaction_read_only=on";
            case DESK -> SERVING_LIMITS;
            default -> COMMAND_LIMITS;
        };
    }

    /** Runs the work in one transaction; an exception rolls all of it back. */
    public <R extends @org.jspecify.annotations.Nullable Object, X extends Exception> R inTransaction(
            HandleCallback<R, X> work) throws X {
        return jdbi.inTransaction(work);
    }

    /** Runs reads in one transaction that sees one moment, whatever others commit meanwhile, and may change nothing. */
    public <R extends @org.jspecify.annotations.Nullable Object, X extends Exception> R inSnapshot(
            HandleCallback<R, X> work) throws X {
        return jdbi.inTransaction(handle -> {
            handle.execute(Sql.of(Database.class, "begin-snapshot"));
            return work.withHandle(handle);
        });
    }

    /** Runs the work in one transaction; an exception rolls all of it back. */
    public <X extends Exception> void useTransaction(HandleConsumer<X> work) throws X {
        jdbi.useTransaction(work);
    }

    /**
     * Runs work in the transaction of a handle and undoes what it wrote, so that only what it answers is left of it.
     *
     * @throws X as the work does; then the transaction is to be rolled back
     */
    public static <R extends @org.jspecify.annotations.Nullable Object, X extends Exception> R undone(
            Handle handle, HandleCallback<R, X> work) throws X {
        handle.savepoint(TRIED);
        R answer = work.withHandle(handle);
        handle.rollbackToSavepoint(TRIED);
        return answer;
    }

    /** Runs reads that need no transaction of their own. */
    public <R extends @org.jspecify.annotations.Nullable Object, X extends Exception> R read(HandleCallback<R, X> work)
            throws X {
        return jdbi.withHandle(work);
    }

    /** Whether the server answers now. */
    public boolean answers() {
        try (Handle handle = jdbi.open()) {
            return handle.getConnection().isValid(1);
        } catch (ConnectionException | SQLException e) {
            return false;
        }
    }

    /** For metrics: the pool that stands behind this database. */
    public HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
