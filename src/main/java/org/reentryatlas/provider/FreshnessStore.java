package org.reentryatlas.provider;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Sql;

/** How fresh the directory is. */
public final class FreshnessStore {
    /**
     * A service that somebody should look after.
     *
     * @param state {@code never verified}, {@code due}, or the HSDS status of what is closed
     * @param since for {@code due} the day on which it became due, else the day of the last verification, if any
     */
    public record Due(
            String state, @Nullable LocalDate since, String source, String key, String organization, String name) {}

    private final Handle handle;

    public FreshnessStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * The services that are due on the day, the closed ones last.
     *
     * @param days how long a verification lasts
     */
    public List<Due> listDue(LocalDate day, int days) {
        return handle.createQuery(Sql.of(FreshnessStore.class, "list-due"))
                .bind("day", day)
                .bind("days", days)
                .map((rs, context) -> new Due(
                        rs.getString("state"),
                        rs.getObject("since", LocalDate.class),
                        rs.getString("source"),
                        rs.getString("key"),
                        rs.getString("organization"),
                        rs.getString("name")))
                .list();
    }
}
