/**
 * The way to PostgreSQL: a pool per database role, migrations, statements kept as {@code .sql} files beside the package
 * that owns them, bulk copy, and the check that the wall between the roles stands. {@link org.reentryatlas.db.Database}
 * comes first. Only this room and the {@code *Store} classes know JDBI and JDBC.
 */
@NullMarked
package org.reentryatlas.db;

import org.jspecify.annotations.NullMarked;
