package org.reentryatlas.outreach;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.upkeep.BlockHistory;
import org.reentryatlas.upkeep.CleanUpEffect;
import org.reentryatlas.upkeep.CleanUpEffect.Window;
import org.reentryatlas.upkeep.Effect;
import org.reentryatlas.upkeep.HistoryStore;

/** Says what became of requests after clean-ups that were planned here, are over and were not called off. */
final class EffectService {
    private static final int APART = CleanUpEffect.MATCHED_DAYS;

    private final PlanReader reader;
    private final CleanedStore cleaned;
    private final HistoryStore histories;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * On two roles.
     *
     * @param web reads streets and requests
     * @param desk reads plans
     * @param zone of the jurisdiction
     */
    EffectService(Database web, Database desk, ZoneId zone, Clock clock) {
        this.reader = new PlanReader(desk);
        this.cleaned = new CleanedStore(desk);
        this.histories = new HistoryStore(web);
        this.zone = zone;
        this.clock = clock;
    }

    /** A clean-up with what became of requests. */
    record One(UUID id, String title, LocalDate day, int blocks, List<Window> windows) {}

    /**
     * All clean-ups together.
     *
     * @param cleanUps those of which it is known
     * @param effect null where there are none
     */
    record Pooled(int days, int cleanUps, @Nullable Effect effect) {}

    /**
     * What became of requests after some clean-ups.
     *
     * @param loaded the days of which requests are there; empty where none are
     */
    record Answer(Optional<CleanUpEffect.Loaded> loaded, List<One> cleanUps, List<Pooled> pooled) {}

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /** After one; empty unless it is a clean-up that everybody may see, is over and was not called off. */
    Optional<Answer> of(UUID id) {
        Stored stored = reader.read(Optional.empty(), id).stored();
        boolean isDone = stored.kind().equals("clean_up")
                && !stored.isCancelled()
                && !stored.endsAt().isAfter(clock.instant());
        if (!isDone) {
            return Optional.empty();
        }
        LocalDate day = stored.endsAt().atZone(zone).toLocalDate();
        Answer answer = between(day, day, Set.of(id));
        return answer.cleanUps().isEmpty() ? Optional.empty() : Optional.of(answer);
    }

    /** After all of some days, both included. */
    Answer between(LocalDate first, LocalDate last) {
        return between(first, last, Set.of());
    }

    /** Those that are named, or all where none is. */
    private Answer between(LocalDate first, LocalDate last, Set<UUID> ids) {
        Optional<CleanUpEffect.Loaded> loaded = histories.loaded(today());
        List<CleanedStore.Done> around = cleaned.done(
                zone, clock.instant(), first.minusDays(APART), last.plusDays(APART), CleanUpEffect.METRES_APART);
        List<CleanedStore.Done> asked = around.stream()
                .filter(done -> ids.isEmpty() ? isBetween(done.day(), first, last) : ids.contains(done.id()))
                .toList();
        List<BlockHistory> blocks = asked.isEmpty()
                ? List.of()
                : histories.blocks(CleanUpEffect.KINDS, first.minusDays(APART), last.plusDays(APART));
        List<One> cleanUps =
                asked.stream().map(done -> one(done, around, blocks, loaded)).toList();
        return new Answer(loaded, cleanUps, pooled(cleanUps));
    }

    private static One one(
            CleanedStore.Done done,
            List<CleanedStore.Done> around,
            List<BlockHistory> blocks,
            Optional<CleanUpEffect.Loaded> loaded) {
        Set<Long> near = new HashSet<>();
        around.stream()
                .filter(other -> isBetween(
                        other.day(), done.day().minusDays(APART), done.day().plusDays(APART)))
                .forEach(other -> near.addAll(other.near()));
        CleanUpEffect.CleanUp cleanUp = new CleanUpEffect.CleanUp(done.day(), done.on(), near);
        return new One(
                done.id(), done.title(), done.day(), done.on().size(), CleanUpEffect.of(cleanUp, blocks, loaded));
    }

    private static boolean isBetween(LocalDate day, LocalDate first, LocalDate last) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private static List<Pooled> pooled(List<One> cleanUps) {
        return IntStream.range(0, CleanUpEffect.WINDOWS.size())
                .mapToObj(i -> {
                    List<Window> known = cleanUps.stream()
                            .map(one -> one.windows().get(i))
                            .filter(window -> window.state() == CleanUpEffect.State.KNOWN)
                            .toList();
                    Effect effect = known.isEmpty()
                            ? null
                            : Effect.of(known.stream()
                                    .flatMap(window -> window.pairs().stream())
                                    .toList());
                    return new Pooled(CleanUpEffect.WINDOWS.get(i), known.size(), effect);
                })
                .toList();
    }
}
