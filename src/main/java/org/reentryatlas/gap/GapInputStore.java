package org.reentryatlas.gap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.attack.PublishedCounts;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.travel.StreetStore;
import org.reentryatlas.travel.Timetable;
import org.reentryatlas.travel.TimetableStore;

/** Reads what a run is made of, on a handle in a transaction that its maker closes. */
final class GapInputStore {
    private static final String NEED = "need_";

    private final Handle handle;

    GapInputStore(Handle handle) {
        this.handle = handle;
    }

    /** The release with the newest reference date. */
    Optional<String> findNewestRelease() {
        return handle.createQuery(Sql.of(GapInputStore.class, "find-newest-release"))
                .mapTo(String.class)
                .findOne();
    }

    /**
     * What there is now for a release.
     *
     * @param settings of the jurisdiction
     */
    GapInput read(String releaseId, GapSettings settings) {
        List<String> bases = handle.createQuery(Sql.of(GapInputStore.class, "list-base-levels"))
                .bind("releaseId", releaseId)
                .mapTo(String.class)
                .list();
        StreetStore streets = new StreetStore(handle);
        List<Origin> origins = origins(releaseId, bases);
        return new GapInput(
                releaseId,
                bases,
                rules(settings.prevalences()),
                origins,
                sites(),
                streets.findChanged().orElse(null),
                streets.read(),
                streets.listCredits(),
                settings.measures(),
                timetable(releaseId, origins));
    }

    /** What runs on a weekday near the reference date of the release. */
    private @Nullable Timetable timetable(String releaseId, List<Origin> origins) {
        TimetableStore store = new TimetableStore(handle);
        List<Timetable.Feed> feeds = store.listFeeds();
        if (feeds.isEmpty()) {
            return null;
        }
        LocalDate near = handle.createQuery(Sql.of(GapInputStore.class, "find-reference-date"))
                .bind("releaseId", releaseId)
                .mapTo(LocalDate.class)
                .one();
        LocalDate day = store.findDay(near)
                .orElseThrow(() -> new GapException("there is no weekday on which all feeds of public transport run: "
                        + feeds.stream().map(Timetable.Feed::source).collect(Collectors.joining(", "))));
        Timetable whole = store.read(day, feeds);
        return whole.at(Set.copyOf(GapInput.inReach(origins, whole.stops(), Timetable.Stop::place))::contains);
    }

    /**
     * Needs that are counted; of the others those with a prevalence, and supervision itself, which is for everybody.
     *
     * @throws GapException if a prevalence is of no category, or of one whose people are counted
     */
    private List<DemandRule> rules(List<Prevalence> prevalences) {
        Map<String, Prevalence> known =
                prevalences.stream().collect(Collectors.toMap(Prevalence::category, Function.identity()));
        Set<String> unused = new TreeSet<>(known.keySet());
        List<DemandRule> rules = new ArrayList<>();
        handle.createQuery(Sql.of(GapInputStore.class, "list-categories"))
                .map((rs, context) -> rule(rs.getString("code"), rs.getBoolean("is_need"), known))
                .forEach(found -> found.ifPresent(rule -> {
                    rules.add(rule);
                    if (!rule.source().isEmpty()) {
                        unused.remove(rule.category());
                    }
                }));
        if (!unused.isEmpty()) {
            throw new GapException(
                    "gap.prevalence names what is no category of services, or one whose people are counted: "
                            + String.join(", ", unused));
        }
        return rules;
    }

    private static Optional<DemandRule> rule(String category, boolean isNeed, Map<String, Prevalence> prevalences) {
        if (isNeed) {
            return Optional.of(new DemandRule(category, NEED + category, BigDecimal.ONE, ""));
        }
        if (category.equals("community_supervision")) {
            return Optional.of(new DemandRule(category, PublishedCounts.PEOPLE, BigDecimal.ONE, ""));
        }
        return Optional.ofNullable(prevalences.get(category))
                .map(known -> new DemandRule(category, PublishedCounts.PEOPLE, known.share(), known.source()));
    }

    private List<Origin> origins(String releaseId, List<String> bases) {
        return handle.createQuery(Sql.of(GapInputStore.class, "list-origins"))
                .bind("releaseId", releaseId)
                .bindArray("bases", String.class, bases)
                .map((rs, context) -> new Origin(
                        List.of((String[]) rs.getArray("keys").getArray()),
                        new LonLat(rs.getDouble("lon"), rs.getDouble("lat")).rounded(),
                        rs.getInt("homes")))
                .list();
    }

    private List<Site> sites() {
        return handle.createQuery(Sql.of(GapInputStore.class, "list-sites"))
                .map((rs, context) -> new Site(
                        rs.getString("source_id"),
                        rs.getString("name"),
                        new LonLat(rs.getDouble("lon"), rs.getDouble("lat")).rounded(),
                        List.of((String[]) rs.getArray("categories").getArray()),
                        capacity(rs.getObject("capacity", Integer.class)),
                        rs.getString("opening_hours")))
                .list();
    }

    private static OptionalInt capacity(@Nullable Integer capacity) {
        return capacity == null ? OptionalInt.empty() : OptionalInt.of(capacity);
    }
}
