package org.reentryatlas.audit;

import java.security.PrivateKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;

/** The log as an auditor reads it. */
public final class AuditLog {
    /** What a line of the log has. */
    public static final List<String> COLUMNS = List.of(
            "chain",
            "seq",
            "at",
            "role",
            "actor",
            "place",
            "action",
            "object_kind",
            "object_id",
            "outcome",
            "purpose",
            "hash");

    private final Database database;

    /** @param database as the role that reads the log */
    public AuditLog(Database database) {
        this.database = database;
    }

    /**
     * Which entries somebody asks for; null asks for any.
     *
     * @param since not before
     * @param until before
     * @param action a code, or the beginning of several with a star, as in {@code plan.*}
     */
    public record Search(
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String actor,
            @Nullable String action) {
        /** Of days of UTC, the last of which is included. */
        public static Search ofDays(
                @Nullable LocalDate since, @Nullable LocalDate until, @Nullable String actor, @Nullable String action) {
            return new Search(start(since), start(until == null ? null : until.plusDays(1)), actor, action);
        }

        private static @Nullable Instant start(@Nullable LocalDate day) {
            return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    /**
     * Tells each entry in the order in which it was written, as the columns say. That somebody reads is an entry, too, and written before
     * anything is told.
     */
    public void read(By by, Search search, Consumer<List<String>> each) {
        note(by, search);
        database.inSnapshot(handle -> {
            new EntryStore(handle).forEach(search, entry -> each.accept(fields(entry)));
            return null;
        });
    }

    private void note(By by, Search search) {
        database.useTransaction(handle ->
                Audit.on(handle).done(by, Action.AUDIT_READ, search.action() == null ? "all" : search.action()));
    }

    /**
     * The newest entries of a search, the newest first, as the columns say. That somebody reads is an entry, too, and written before.
     *
     * @param most how many at most
     */
    public List<List<String>> readNewest(By by, Search search, int most) {
        note(by, search);
        return database.read(handle -> new EntryStore(handle)
                .newest(search, most).stream().map(AuditLog::fields).toList());
    }

    private static List<String> fields(Recorded entry) {
        return List.of(
                Integer.toString(entry.chain()),
                Long.toString(entry.seq()),
                entry.at().toString(),
                entry.role(),
                entry.actor(),
                entry.place(),
                entry.action(),
                entry.objectKind(),
                entry.objectId(),
                entry.outcome(),
                entry.purpose(),
                entry.hash());
    }

    /** Signs where the log stands. That it does so is the newest entry, so that a head is never older than the day that it is of. */
    public Head sign(PrivateKey key) {
        List<Recorded> last = database.inTransaction(handle -> {
            Audit.on(handle).done(Action.AUDIT_HEAD_EXPORTED, "head");
            return new EntryStore(handle).last();
        });
        return Head.sign(last, key);
    }

    /**
     * Holds every entry of one moment against its hash and the one before it. Changes nothing.
     *
     * @param head what was signed earlier and must still be in the log, or null
     * @param progress is told now and then how many entries were looked at
     */
    public Verified verify(@Nullable Head head, LongConsumer progress) {
        return database.inSnapshot(handle -> {
            LogWalk walk = new LogWalk(head);
            long[] read = {0};
            new EntryStore(handle).forEach(entry -> {
                walk.take(entry);
                read[0]++;
                progress.accept(read[0]);
            });
            return walk.end();
        });
    }
}
