package org.reentryatlas.outreach;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.identity.Account;

/**
 * Who reads which plans. Everybody: what is published and meant for all. Beat officers: what is published, also tours and patrols, in
 * their beats. Planners: everything, as it was written last.
 */
final class PlanReader {
    static final Set<String> FOR_ALL = Set.of("clean_up", "gathering");
    private static final Set<String> NOT_FOR_ALL = Set.of("tour", "patrol");
    static final Set<String> ALL_KINDS = Set.of("clean_up", "gathering", "tour", "patrol");

    private final Database desk;

    PlanReader(Database desk) {
        this.desk = desk;
    }

    /**
     * A plan with what belongs to it.
     *
     * @param signUps by shift
     * @param clashes what else is planned there and then, for the agencies
     */
    record Seen(
            Stored stored, Map<String, Integer> signUps, Optional<ResultStore.Written> result, List<Stored> clashes) {}

    /** How a plan became what it is. */
    record History(List<PlanStore.Version> versions, List<PlanStore.Remark> remarks) {}

    /** What falls into a time and one of some areas (none means any), as somebody may see it; empty is everybody. */
    List<Stored> list(Optional<Account> account, Instant since, Instant until, List<String> areas, int most) {
        return list(account, account.isPresent() ? ALL_KINDS : FOR_ALL, since, until, areas, most);
    }

    /** The same of some kinds alone, so that others do not count among the most. */
    List<Stored> list(
            Optional<Account> account, Set<String> kinds, Instant since, Instant until, List<String> areas, int most) {
        boolean isPlanner = account.filter(Account::isPlanner).isPresent();
        if (isPlanner || account.isEmpty()) {
            return desk.read(handle -> new PlanStore(handle)
                    .list(new PlanStore.Question(since, until, kinds, areas, "", !isPlanner, most)));
        }
        // Each for itself: what is not for a beat officer must not take the place of what is.
        List<String> own = account.get().areas();
        String post = account.map(Account::post).orElse("");
        return desk.read(handle -> {
            PlanStore plans = new PlanStore(handle);
            return Stream.concat(
                            plans
                                    .list(new PlanStore.Question(
                                            since, until, both(kinds, FOR_ALL), areas, "", true, most))
                                    .stream(),
                            plans
                                    .list(new PlanStore.Question(
                                            since, until, both(kinds, NOT_FOR_ALL), own, post, true, most))
                                    .stream()
                                    .filter(stored -> areas.isEmpty() || !Collections.disjoint(stored.areas(), areas)))
                    .filter(stored -> isFor(account, stored))
                    .sorted(Comparator.comparing(Stored::startsAt).thenComparing(Stored::id))
                    .limit(most)
                    .toList();
        });
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A plan as somebody may see it.
     *
     * @throws ProblemException if there is none for them
     */
    Seen read(Optional<Account> account, UUID id) {
        return desk.inSnapshot(handle -> {
            Stored stored = find(handle, account, id);
            boolean isPlanner = account.filter(Account::isPlanner).isPresent();
            return new Seen(
                    stored,
                    new SignUpStore(handle).counts(id),
                    new ResultStore(handle).find(id),
                    isPlanner ? clashes(handle, stored) : List.of());
        });
    }

    /** An earlier version, for planners. */
    Stored version(Optional<Account> account, UUID id, int version) {
        requirePlanner(account);
        return desk.read(handle -> new PlanStore(handle).find(id, version)).orElseThrow(PlanService::notThere);
    }

    History history(Optional<Account> account, UUID id) {
        requirePlanner(account);
        return desk.inSnapshot(handle -> {
            PlanStore plans = new PlanStore(handle);
            find(handle, account, id);
            return new History(plans.versions(id), plans.remarks(id));
        });
    }

    private static void requirePlanner(Optional<Account> account) {
        if (account.filter(Account::isPlanner).isEmpty()) {
            throw PlanService.notThere();
        }
    }

    private static Stored find(Handle handle, Optional<Account> account, UUID id) {
        PlanStore plans = new PlanStore(handle);
        boolean isPlanner = account.filter(Account::isPlanner).isPresent();
        return (isPlanner ? plans.find(id) : plans.findPublished(id))
                .filter(stored -> isFor(account, stored))
                .orElseThrow(PlanService::notThere);
    }

    /** What is not public is for who has the area or is named by it; planners have all. */
    static boolean isFor(Optional<Account> account, Stored stored) {
        return stored.plan().isPublic()
                || account.filter(reader -> reader.isPlanner()
                                || stored.areas().stream().anyMatch(reader::hasArea)
                                || isNamed(stored, reader))
                        .isPresent();
    }

    /** Whether it is for the post of an account. */
    static boolean isNamed(Stored stored, Account account) {
        String post = account.post();
        return post != null && stored.plan().officers().contains(post);
    }

    /** What else is planned in its areas at its time, but for what is called off. */
    private static List<Stored> clashes(Handle handle, Stored stored) {
        if (stored.areas().isEmpty()) {
            return List.of();
        }
        PlanStore.Question question =
                new PlanStore.Question(stored.startsAt(), stored.endsAt(), ALL_KINDS, stored.areas(), "", false, 20);
        return new PlanStore(handle)
                .list(question).stream()
                        .filter(other -> !other.id().equals(stored.id()) && !other.isCancelled())
                        .toList();
    }
}
