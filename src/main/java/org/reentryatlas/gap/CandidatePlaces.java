package org.reentryatlas.gap;

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

    private final Scene scene;
    /** Those that lie in an area of the police, which a tract may reach beyond. */
    private final List<Origin> policed;

    private final NearestPlace homes;

    private CandidatePlaces(Scene scene) {
        this.scene = scene;
        this.policed = scene.input().origins().stream()
                .filter(origin -> !origin.area().isEmpty())
                .toList();
        this.homes = new NearestPlace(policed.stream().map(Origin::place).toList());
    }

    /**
     * The places.
     *
     * @throws GapException if there are none, too many, or one is too far away to count
     */
    static List<Place> of(Scene scene, SiteQuestion question) {
        CandidatePlaces places = new CandidatePlaces(scene);
        List<Place> found = question.candidates() instanceof Candidates.Places named
                ? places.named(named.places())
                : question.candidates() instanceof Candidates.Directory
                        ? places.named(places.ofDirectory(question.category()))
                        : places.ofHomes();
        if (found.isEmpty() || found.size() > MOST) {
            throw new GapException("there are %d places at which a new site could be, and it must be 1 to %d"
                    .formatted(found.size(), MOST));
        }
        return found;
    }

    private List<Place> ofHomes() {
        List<Origin> origins = scene.input().origins();
        return gathered(origins, false).stream()
                .sorted(Comparator.comparingInt(Gathered::homes).reversed())
                .limit(MOST_OF_HOMES)
                .map(cell -> origins.get(cell.origin()))
                .map(origin -> new Place(origin.place(), origin.area(), ""))
                .toList();
    }

    /** Each point once, by the name of the first site that is there. */
    private List<Candidates.Named> ofDirectory(String category) {
        Map<LonLat, Candidates.Named> places = new LinkedHashMap<>();
        scene.sites().stream()
                .filter(site -> !site.categories().contains(category))
                .forEach(site -> places.putIfAbsent(site.place(), new Candidates.Named(site.name(), site.place())));
        return List.copyOf(places.values());
    }

    private List<Place> named(List<Candidates.Named> places) {
        return places.stream().map(this::place).toList();
    }

    private Place place(Candidates.Named named) {
        scene.requireInReach("'%s'".formatted(named.name()), named.place());
        NearestPlace.Near near = homes.find(named.place()).orElseThrow();
        return new Place(named.place(), policed.get(near.index()).area(), named.name());
    }

    /**
     * Homes that are near each other.
     *
     * @param origin where most of them are
     * @param homes how many there are
     */
    record Gathered(int origin, int homes) {}

    /** The homes of each cell, and of each area of the police in it where they are to be kept apart. */
    static List<Gathered> gathered(List<Origin> origins, boolean byArea) {
        record Cell(String area, long east, long north) {}
        Map<Cell, Gathered> cells = new LinkedHashMap<>();
        for (int each = 0; each < origins.size(); each++) {
            Origin origin = origins.get(each);
            if (!origin.area().isEmpty()) {
                cells.merge(
                        new Cell(
                                byArea ? origin.area() : "",
                                (long) Math.floor(origin.place().longitude() / CELL),
                                (long) Math.floor(origin.place().latitude() / CELL)),
                        new Gathered(each, origin.homes()),
                        (one, other) -> new Gathered(
                                other.homes() > origins.get(one.origin()).homes() ? other.origin() : one.origin(),
                                one.homes() + other.homes()));
            }
        }
        return List.copyOf(cells.values());
    }
}
