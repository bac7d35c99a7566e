package org.reentryatlas.db;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What an edition of a data set would change of the one that is kept already.
 *
 * @param unchanged rows that are kept as they are
 */
public record Changes(long added, long changed, long removed, long unchanged) {
    /** The row of a statement that counts them under these names. */
    public static Changes of(ResultSet row) throws SQLException {
        return new Changes(
                row.getLong("added"), row.getLong("changed"), row.getLong("removed"), row.getLong("unchanged"));
    }

    /** Whether there was nothing before. */
    public boolean isFirst() {
        return changed + removed + unchanged == 0;
    }

    /** Whether the edition says the same as what is kept. */
    public boolean isNone() {
        return added + changed + removed == 0;
    }

    /** The account in one line: {@code 3 added, 1 changed, 0 removed, 96 unchanged}. */
    public String summary() {
        return "%d added, %d changed, %d removed, %d unchanged".formatted(added, changed, removed, unchanged);
    }
}
