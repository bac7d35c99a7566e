package org.reentryatlas.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Migrations;
import org.reentryatlas.db.Role;

/**
 * A real PostGIS database of a test class's own: a clone of a migrated template, gone when the class ends. The server is
 * the one that {@code scripts/test} starts and names in {@code ATLAS_TEST_ADMIN_URL}.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
    private static final String ADMIN = "atlas_test_admin";
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Object TEMPLATE_LOCK = new Object();
    private static boolean templateMade;

    private final String name = "atlas_test_" + ProcessHandle.current().pid() + "_" + NUMBERS.incrementAndGet();
    private final Map<Role, Database> open = new HashMap<>();

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        open();
    }

    /** Makes the database, for a class of properties, which JUnit's extensions do not reach. */
    public void open() throws SQLException, IOException {
        synchronized (TEMPLATE_LOCK) {
            if (!templateMade) {
                makeTemplate();
                templateMade = true;
            }
        }
        asAdmin("postgres", "create database " + name + " template " + template() + " owner atlas_owner");
        // A clone has all of its template but what was granted on the database itself.
        asAdmin(
                "postgres",
                "update pg_database set datacl = (select datacl from pg_database where datname = '" + template()
                        + "') where datname = '" + name + "'");
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        drop();
    }

    /** Ends the database that {@link #open} made. */
    public void drop() throws SQLException {
        open.values().forEach(Database::close);
        asAdmin("postgres", "drop database " + name + " with (force)");
    }

    /** The database as a role. */
    public Database as(Role role) {
        return open.computeIfAbsent(role, r -> Database.connect(url(name), r, password(r), 4));
    }

    /** A plain connection as a role, for what the product itself never does. */
    public Connection connect(Role role) throws SQLException {
        return DriverManager.getConnection(url(name), role.user(), password(role));
    }

    /** The first column of what a query answers to a role, as text. */
    public List<String> query(Role role, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect(role);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    /** Statements as the superuser, for what only an administrator can break. */
    public void asAdmin(String sql) throws SQLException {
        asAdmin(name, sql);
    }

    /** The first column of what the superuser reads. */
    public List<String> readAsAdmin(String sql) throws SQLException {
        List<String> read = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(url(name), ADMIN, variable("ATLAS_TEST_ADMIN_PASSWORD"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                read.add(rows.getString(1));
            }
        }
        return read;
    }

    /** Statements as the superuser that are of the server and not of this database. */
    static void asServerAdmin(String sql) throws SQLException {
        asAdmin("postgres", sql);
    }

    /** Ends every connection and takes no other, as a server does that goes away; or takes them again. */
    public void turnAway(boolean away) throws SQLException {
        asServerAdmin("alter database " + name + " with allow_connections " + !away);
        if (away) {
            asServerAdmin("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
        }
    }

    /** Moves the whole database, which nobody may be using yet, to a tablespace. */
    void moveTo(String tablespace) throws SQLException {
        asServerAdmin("alter database " + name + " set tablespace " + tablespace);
    }

    /** Where the server keeps its files, if it runs on this machine. */
    Path serverFiles() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url(name), ADMIN, variable("ATLAS_TEST_ADMIN_PASSWORD"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("show data_directory")) {
            result.next();
            return Path.of(result.getString(1));
        }
    }

    /** The environment in which the command line works on this database. */
    public Map<String, String> environment(Path config) {
        Map<String, String> environment = new HashMap<>();
        environment.put("ATLAS_CONFIG", config.toString());
        environment.put("ATLAS_DB_URL", url(name));
        for (Role role : Role.values()) {
            environment.put("ATLAS_DB_" + role + "_PASSWORD", password(role));
        }
        return environment;
    }

    private static void makeTemplate() throws SQLException, IOException {
        asAdmin("postgres", "drop database if exists " + template() + " with (force)");
        asAdmin("postgres", "create database " + template() + " owner atlas_owner");
        prepare(template());
        Migrations.run(url(template()), password(Role.OWNER));
    }

    /** What an administrator does to a new database; the script is made for psql. */
    private static void prepare(String database) throws IOException {
        String admin = url(database);
        ProcessBuilder psql = new ProcessBuilder(
                        "psql",
                        "-X",
                        "-q",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-f",
                        "scripts/database.sql",
                        admin.substring("jdbc:".length()))
                .redirectErrorStream(true);
        psql.environment().put("PGUSER", ADMIN);
        psql.environment().put("PGPASSWORD", variable("ATLAS_TEST_ADMIN_PASSWORD"));
        Process process = psql.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("scripts/database.sql failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String template() {
        return "atlas_template_" + ProcessHandle.current().pid();
    }

    private static void asAdmin(String database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url(database), ADMIN, variable("ATLAS_TEST_ADMIN_PASSWORD"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String url(String database) {
        String admin = variable("ATLAS_TEST_ADMIN_URL");
        return admin.substring(0, admin.lastIndexOf('/') + 1) + database;
    }

    private static String password(Role role) {
        return variable("ATLAS_DB_" + role + "_PASSWORD");
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(
                    name + " is not set: run scripts/test, or start a server with 'scripts/cluster start --test' and"
                            + " load the variables from the file that 'scripts/cluster env --test' names");
        }
        return value;
    }
}
