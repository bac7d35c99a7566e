package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reentryatlas.gap.SiteAnswer.Place;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.NearestPlace;

/** The places at which new sites could be, each with the area of the homes that are nearest. */
final class CandidatePlaces {
    /** Cells of a degree in which homes are taken together: about 400 m. */
    private static final double CELL = 0.004;

    private static final int MOST_OF_HOMES = 200;
    /** Each takes a tree of ways. */
    private static final int MOST = 1_500;

    private final GapInput input;
    private final NearestPlace homes;

    private CandidatePlaces(GapInput input) {
        this.input = input;
        this.homes =
                new NearestPlace(input.origins().stream().map(Origin::place).toList());
    }

    /**
     * The places.
     *
     * @throws GapException if there are none, too many, or one is too far away to count
     */
    static List<Place> of(GapInput input, SiteQuestion question) {
        CandidatePlaces places = new CandidatePlaces(input);
        List<Place> found = question.candidates() instanceof Candidates.Places named
                ? places.named(named.places())
                : question.candidates() instanceof Candidates.Directory
                        ? places.named(ofDirectory(input, question.category()))
                        : ofHomes(input);
        if (found.isEmpty() || found.size() > MOST) {
            throw new GapException("there are %d places at which a new site could be, and it must be 1 to %d"
                    .formatted(found.size(), MOST));
        }
        return found;
    }

    private static List<Place> ofHomes(GapInput input) {
        return gathered(input.origins(), false).stream()
                .sorted(Comparator.comparingInt(Origin::homes).reversed())
                .limit(MOST_OF_HOMES)
                .map(origin -> new Place(origin.place(), origin.area(), ""))
                .toList();
    }

    /** Each point once, by the name of the first site that is there. */
    private static List<Candidates.Named> ofDirectory(GapInput input, String category) {
        Map<LonLat, Candidates.Named> places = new LinkedHashMap<>();
        input.sitesInReach().stream()
                .filter(site -> !site.categories().contains(category))
                .forEach(site -> places.putIfAbsent(site.place(), new Candidates.Named(site.name(), site.place())));
        return List.copyOf(places.values());
    }

    private List<Place> named(List<Candidates.Named> places) {
        return places.stream().map(this::place).toList();
    }

    private Place place(Candidates.Named named) {
        NearestPlace.Near near = homes.find(named.place())
                .filter(found -> found.metres() <= GapInput.FARTHEST)
                .orElseThrow(() -> new GapException("'%s' at %s,%s is more than 10 km from the nearest homes"
                        .formatted(
                                named.name(),
                                CsvText.degrees(named.place().longitude()),
                                CsvText.degrees(named.place().latitude()))));
        return new Place(named.place(), input.origins().get(near.index()).area(), named.name());
    }

    /** Each cell by the place in it where most live, with the homes of all. */
    static List<Origin> gathered(List<Origin> origins, boolean byArea) {
        record Cell(String area, long east, long north) {}
        Map<Cell, Origin> cells = new LinkedHashMap<>();
        Map<Cell, Integer> homes = new LinkedHashMap<>();
        for (Origin origin : origins) {
            if (origin.area().isEmpty()) {
                continue;
            }
            Cell cell = new Cell(
                    byArea ? origin.area() : "",
                    (long) Math.floor(origin.place().longitude() / CELL),
                    (long) Math.floor(origin.place().latitude() / CELL));
            homes.merge(cell, origin.homes(), Integer::sum);
            cells.merge(cell, origin, (one, other) -> other.homes() > one.homes() ? other : one);
        }
        List<Origin> gathered = new ArrayList<>();
        cells.forEach((cell, origin) ->
                gathered.add(new Origin(List.of(origin.area()), origin.place(), homes.getOrDefault(cell, 0))));
        return gathered;
    }
}
