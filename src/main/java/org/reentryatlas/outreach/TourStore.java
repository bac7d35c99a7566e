package org.reentryatlas.outreach;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;

/** Tours as many, on a handle in a transaction that its maker closes. */
final class TourStore {
    private final Handle handle;

    TourStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * Tours of a beat in a time.
     *
     * @param planned drafts and published ones, without those that were called off
     * @param published of these
     * @param done of those, the ones that are over
     * @param cancelled called off
     */
    record Count(String area, int planned, int published, int done, int cancelled) {}

    /** Until the transaction ends, nobody else keeps tours of a roster: two who do at once would not see each other's. */
    void lock() {
        handle.createQuery(Sql.of(TourStore.class, "lock-tours"))
                .mapTo(Integer.class)
                .one();
    }

    /**
     * Tours by beat, sorted.
     *
     * @param areas of which beats; empty means all
     * @param drafts whether what is not published counts, too
     */
    List<Count> count(Instant since, Instant until, Instant now, List<String> areas, boolean drafts) {
        return handle.createQuery(Sql.of(TourStore.class, "count-tours"))
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bindArray("areas", String.class, areas)
                .bind("drafts", drafts)
                .map((rs, context) -> new Count(
                        rs.getString("area"),
                        rs.getInt("planned"),
                        rs.getInt("published"),
                        rs.getInt("done"),
                        rs.getInt("cancelled")))
                .list();
    }
}
