package org.reentryatlas.gap;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.NearestPlace;
import org.reentryatlas.travel.Mode;
import org.reentryatlas.travel.StreetNetwork;
import org.reentryatlas.travel.Timetable;
import org.reentryatlas.travel.Travel;

/**
 * All that a run is made of beside the release: open reference data as it was, and the rules.
 *
 * @param release id of the release whose counts it takes
 * @param bases the levels that the areas of others are unions of, such as {@code beat} and {@code tract}: the police's own first
 * @param streetsChanged the day on which a load last changed the streets; null where none were ever loaded
 * @param network without stretches where no centre lines are loaded
 * @param credits what the terms of the streets ask to be shown
 * @param measures what is measured, and how
 * @param timetable what runs near the homes; null where no feed of public transport is loaded
 */
record GapInput(
        String release,
        List<String> bases,
        List<DemandRule> rules,
        List<Origin> origins,
        List<Site> sites,
        @Nullable LocalDate streetsChanged,
        StreetNetwork network,
        List<String> credits,
        Measures measures,
        @Nullable Timetable timetable) {
    /** Metres. */
    static final int FARTHEST = 10_000;

    GapInput {
        bases = List.copyOf(bases);
        rules = List.copyOf(rules);
        origins = List.copyOf(origins);
        sites = List.copyOf(sites);
        credits = List.copyOf(credits);
    }

    /** Who is to be named for what is made of it: of the streets, and whoever publishes the timetables. */
    List<String> credited() {
        Stream<String> publishers =
                timetable == null ? Stream.empty() : timetable.feeds().stream().map(Timetable.Feed::publisher);
        return Stream.concat(credits.stream(), publishers)
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList();
    }

    /** The ways of getting about that there are: with public transport only where something is known of it. */
    List<Mode> modes() {
        return timetable == null ? List.of(Mode.WALK, Mode.DRIVE) : List.of(Mode.values());
    }

    /** Ways from places in one mode; close it. */
    Travel travel(Mode mode, List<LonLat> places) {
        return new Travel(network, mode, places, timetable);
    }

    /** The sites that count: what lies beyond the edge of the jurisdiction does too, up to {@link #FARTHEST} from the nearest homes. */
    List<Site> sitesInReach() {
        return inReach(origins, sites, Site::place);
    }

    /** What is no further than {@link #FARTHEST} from the nearest homes. */
    static <T> List<T> inReach(List<Origin> origins, List<T> things, Function<T, LonLat> place) {
        NearestPlace homes =
                new NearestPlace(origins.stream().map(Origin::place).toList());
        return things.stream()
                .filter(thing -> homes.metres(place.apply(thing)).orElse(Double.POSITIVE_INFINITY) <= FARTHEST)
                .toList();
    }
}
