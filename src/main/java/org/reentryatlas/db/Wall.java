package org.reentryatlas.db;

import java.util.List;

/** The wall between the serving role and person-level rows, as the database itself sees it. */
public final class Wall {
    private Wall() {}

    /** Every way in which the role of this database could reach the restricted schema; empty when the wall stands. */
    public static List<String> breaches(Database database) {
        return database.read(handle -> handle.createQuery(Sql.of(Wall.class, "find-breaches"))
                .mapTo(String.class)
                .list());
    }
}
