package org.reentryatlas.upkeep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * What became of requests on the blocks that were cleaned up, held against like blocks: new requests of a number of days before and
 * after, the day itself in neither.
 *
 * <p>Like a cleaned block are those with a street of the same class, with as many requests in the {@value #MATCHED_DAYS} days before,
 * and as many in the days that are asked for. Blocks are chosen for a clean-up because residents asked for much there of late, and
 * after much there is mostly less, whatever anybody does (regression to the mean); blocks that had as many requests just before go
 * down by that as well, and what is left of the difference is not due to it. It says nothing about whatever else sets the
 * cleaned blocks apart, and was chosen by nobody's draw, so it is a comparison and no proof of a cause.
 */
public final class CleanUpEffect {
    /** For how many days before and after requests are counted. */
    public static final List<Integer> WINDOWS = List.of(30, 60, 90);

    /** So long before, a like block had as many requests; and so long before and after, nobody cleaned near it. */
    public static final int MATCHED_DAYS = 90;

    /** What moves from a cleaned block to the next corner is not to count as what happens without a clean-up. */
    public static final int METRES_APART = 200;

    /** Kinds that a clean-up can do something about. Bulk is ordered by households, and of others nothing is known. */
    public static final List<RequestKind> KINDS = List.of(
            RequestKind.DUMPING, RequestKind.LITTER, RequestKind.CLEANING, RequestKind.GRAFFITI, RequestKind.WEEDS);

    private CleanUpEffect() {}

    /**
     * A clean-up.
     *
     * @param cleaned the segments of its blocks
     * @param near segments that are too near to it, or to another that is within {@link #MATCHED_DAYS} days of it, to say what
     *     happens without one
     */
    public record CleanUp(LocalDate day, Set<Long> cleaned, Set<Long> near) {
        public CleanUp {
            cleaned = Set.copyOf(cleaned);
            near = Set.copyOf(near);
        }
    }

    /** Whether there is something to say. */
    public enum State {
        KNOWN,
        /** Requests are not there up to the last day. */
        NOT_YET,
        /** Requests are not there from the first day on. */
        BEGINS_LATER,
        /** None of its blocks is a block of the streets that are loaded. */
        NO_BLOCKS,
        /** None of its blocks has enough like it. */
        FEW_LIKE
    }

    /**
     * What there is to say about so many days before and after.
     *
     * @param knownFrom the day up to which requests have to be there
     * @param effect null unless it is known
     * @param pairs of the effect, for adding it to others
     */
    public record Window(
            int days,
            State state,
            LocalDate knownFrom,
            @Nullable Effect effect,
            List<Effect.Comparison> pairs) {
        public Window {
            pairs = List.copyOf(pairs);
        }
    }

    /** The days of which requests are there; both included. */
    public record Loaded(LocalDate first, LocalDate last) {}

    /**
     * Each window of a clean-up.
     *
     * @param blocks all blocks, the cleaned ones too
     * @param loaded empty where no requests are
     */
    public static List<Window> of(CleanUp cleanUp, Collection<BlockHistory> blocks, Optional<Loaded> loaded) {
        return WINDOWS.stream()
                .map(days -> window(cleanUp, blocks, loaded, days))
                .toList();
    }

    private static Window window(CleanUp cleanUp, Collection<BlockHistory> blocks, Optional<Loaded> loaded, int days) {
        LocalDate knownFrom = cleanUp.day().plusDays(days);
        State state = state(cleanUp, loaded, knownFrom);
        if (state != State.KNOWN) {
            return new Window(days, state, knownFrom, null, List.of());
        }
        List<Effect.Comparison> pairs = compare(cleanUp, blocks, days);
        if (pairs.isEmpty()) {
            return new Window(days, State.NO_BLOCKS, knownFrom, null, List.of());
        }
        Effect effect = Effect.of(pairs);
        return effect.compared() == 0
                ? new Window(days, State.FEW_LIKE, knownFrom, null, List.of())
                : new Window(days, State.KNOWN, knownFrom, effect, pairs);
    }

    private static State state(CleanUp cleanUp, Optional<Loaded> loaded, LocalDate knownFrom) {
        if (cleanUp.cleaned().isEmpty()) {
            return State.NO_BLOCKS;
        }
        if (loaded.isEmpty() || loaded.get().last().isBefore(knownFrom)) {
            return State.NOT_YET;
        }
        return loaded.get().first().isAfter(cleanUp.day().minusDays(MATCHED_DAYS)) ? State.BEGINS_LATER : State.KNOWN;
    }

    /** What makes blocks alike. */
    private record Likeness(String streetClass, int matched, int before) {}

    private static List<Effect.Comparison> compare(CleanUp cleanUp, Collection<BlockHistory> blocks, int days) {
        LocalDate day = cleanUp.day();
        Map<Likeness, List<BlockHistory>> cleaned = new HashMap<>();
        for (BlockHistory block : blocks) {
            if (cleanUp.cleaned().contains(block.segmentId())) {
                cleaned.computeIfAbsent(likeness(block, day, days), like -> new ArrayList<>())
                        .add(block);
            }
        }
        Map<Likeness, List<Integer>> changes = new HashMap<>();
        cleaned.keySet().forEach(like -> changes.put(like, new ArrayList<>()));
        for (BlockHistory block : blocks) {
            if (!cleanUp.cleaned().contains(block.segmentId())
                    && !cleanUp.near().contains(block.segmentId())) {
                List<Integer> like = changes.get(likeness(block, day, days));
                if (like != null) {
                    like.add(after(block, day, days) - before(block, day, days));
                }
            }
        }
        List<Effect.Comparison> pairs = new ArrayList<>();
        cleaned.forEach((like, of) -> of.forEach(block -> pairs.add(new Effect.Comparison(
                block.segmentId(),
                before(block, day, days),
                after(block, day, days),
                requireNonNull(changes.get(like))))));
        return pairs;
    }

    private static Likeness likeness(BlockHistory block, LocalDate day, int days) {
        return new Likeness(block.streetClass(), before(block, day, MATCHED_DAYS), before(block, day, days));
    }

    private static int before(BlockHistory block, LocalDate day, int days) {
        return block.count(day.minusDays(days), day.minusDays(1));
    }

    private static int after(BlockHistory block, LocalDate day, int days) {
        return block.count(day.plusDays(1), day.plusDays(days));
    }
}
