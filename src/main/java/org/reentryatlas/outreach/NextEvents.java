package org.reentryatlas.outreach;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Kept;

/** What everybody may come to, by area, kept in memory. Safe for many threads. */
public final class NextEvents implements AutoCloseable {
    private static final int DAYS_AHEAD = 92;

    private final Kept<Known> kept;

    /**
     * Reads them.
     *
     * @param zone of the jurisdiction
     * @param fresh pause between two questions whether anything changed
     */
    public NextEvents(Database desk, ZoneId zone, Clock clock, Duration fresh) {
        NextEventStore store = new NextEventStore(desk, zone);
        this.kept = new Kept<>(() -> store.version(clock.instant()), version -> read(store, version, zone, clock));
        kept.askEvery(fresh);
    }

    /** A clean-up or a gathering, local to the jurisdiction. */
    public record Event(String title, LocalDateTime starts, LocalDateTime ends, String place) {}

    private record Known(String version, Map<String, List<Event>> events, Map<String, LocalDate> lastCleanUps) {}

    private static Known read(NextEventStore store, String version, ZoneId zone, Clock clock) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new Known(version, store.events(today, today.plusDays(DAYS_AHEAD)), store.lastCleanUps(now));
    }

    /** Another text after every change, and every day. */
    public String version() {
        return kept.now().version();
    }

    /** Those of an area in the next three months, the next first. */
    public List<Event> of(String area) {
        return kept.now().events().getOrDefault(area, List.of());
    }

    /** The day of the last clean-up of an area; empty where none is known. */
    public Optional<LocalDate> lastCleanUp(String area) {
        return Optional.ofNullable(kept.now().lastCleanUps().get(area));
    }

    @Override
    public void close() {
        kept.close();
    }
}
