package org.reentryatlas.app;

import java.util.function.Supplier;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Migrations;
import org.reentryatlas.db.Role;

/** Opens the configured database as the role that a command needs. */
final class Databases {
    private Databases() {}

    static Database open(Config config, Role role) {
        Database database = Database.connect(
                url(config), role, password(config, role), config.database().connections());
        if (Migrations.pending(database) > 0) {
            database.close();
            throw new InputException("the database is empty or older than this program: run 'atlas migrate' first, as "
                    + Role.OWNER.user());
        }
        return database;
    }

    static int migrate(Config config) {
        return Migrations.run(url(config), password(config, Role.OWNER));
    }

    private static String url(Config config) {
        String url = config.database().url();
        if (url == null) {
            throw new InputException("ATLAS_DB_URL is not set; 'scripts/cluster start' makes a private database");
        }
        return url;
    }

    private static String password(Config config, Role role) {
        Supplier<String> password = config.database().passwords().get(role);
        if (password == null) {
            throw new InputException("neither ATLAS_DB_" + role + "_PASSWORD nor ATLAS_DB_" + role
                    + "_PASSWORD_FILE is set, and this command works as " + role.user());
        }
        return password.get();
    }
}
