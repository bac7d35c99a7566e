package org.reentryatlas.db;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** The schema's history, run by {@link Role#OWNER} alone. */
public final class Migrations {
    private Migrations() {}

    /**
     * How many of this program's migrations the database lacks, as a role that may read the history sees it.
     *
     * @throws MigrationException if the history cannot be read
     */
    public static int pending(Database database) {
        try {
            return flyway().dataSource(database.pool()).load().info().pending().length;
        } catch (FlywayException e) {
            throw new MigrationException(
                    "the database's history cannot be read: " + e.getMessage()
                            + "; see whether the database server runs, and give the same command again",
                    e);
        }
    }

    /**
     * Brings the database to this program's version; does nothing when it is there already.
     *
     * @return how many migrations ran
     * @throws MigrationException if the history does not match the program's, or a migration fails (it is rolled back)
     */
    public static int run(String url, String ownerPassword) {
        try {
            return flyway().dataSource(DatabaseUrl.secured(url), Role.OWNER.user(), ownerPassword)
                    .jdbcProperties(Database.CONNECTING)
                    .connectRetries(5)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayValidateException e) {
            throw new MigrationException("the database's history is not this program's: " + e.getMessage(), e);
        } catch (FlywayException e) {
            throw new MigrationException("the migration was rolled back: " + e.getMessage(), e);
        }
    }

    private static FluentConfiguration flyway() {
        return Flyway.configure()
                .locations("classpath:db/migration")
                .schemas("atlas_history")
                .table("migration");
    }
}
