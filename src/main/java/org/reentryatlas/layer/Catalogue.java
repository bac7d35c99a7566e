package org.reentryatlas.layer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.http.ProblemException;

/** Which collections there are now, and which release answers for a date. */
public final class Catalogue {
    /**
     * A level as the jurisdiction speaks of it.
     *
     * @param above the levels in which it nests, nearest first
     */
    public record LevelWords(String code, String one, String many, List<String> above) {
        public LevelWords {
            above = List.copyOf(above);
        }
    }

    private final LayerStore store;
    private final String jurisdiction;
    private final List<LevelWords> words;
    private final DataVersion version;
    private final List<ServedCrs> served;

    /**
     * The catalogue of a database.
     *
     * @param working the system in which the jurisdiction works, which is served beside those of the web
     * @param fresh for how long it may be overlooked that something was published or loaded
     */
    public Catalogue(LayerStore store, String jurisdiction, Crs working, List<LevelWords> words, Duration fresh) {
        this.store = store;
        this.served = ServedCrs.with(working);
        this.jurisdiction = jurisdiction;
        this.words = List.copyOf(words);
        this.version = new DataVersion(store::version, fresh);
    }

    /** Another text after everything that changes an answer. */
    public String version() {
        return version.now();
    }

    /** The systems that coordinates are served in, CRS84 first. */
    List<ServedCrs> served() {
        return served;
    }

    String jurisdiction() {
        return jurisdiction;
    }

    LayerStore store() {
        return store;
    }

    /** The levels of a release, as the map offers them. */
    private List<LevelWords> levels(Optional<PublishedRelease> release) {
        List<String> codes = release.map(found -> store.listLevels(found.id())).orElse(List.of());
        return words.stream().filter(word -> codes.contains(word.code())).toList();
    }

    List<Collection> collections() {
        List<PublishedRelease> releases = store.listReleases();
        List<Collection> collections = new ArrayList<>();
        for (LevelWords level : levels(releases.stream().findFirst())) {
            collections.add(new Collection(
                    Collection.AREA_PREFIX + level.code(),
                    "People under supervision by " + level.one(),
                    "Protected, rounded counts of people under supervision in " + jurisdiction + " by " + level.one()
                            + ", in total and by need, with rates per 1,000 residents and location quotients that are made of"
                            + " them. A value without number is hidden for privacy; 'unstable' marks a count below 20 and"
                            + " 'low_hit_rate' an area of which fewer than 85 % of the addresses were found. An answer holds one"
                            + " release: the newest, or the newest whose reference date lies in 'datetime'.",
                    level.code(),
                    releases));
        }
        collections.add(new Collection(
                Collection.PROVIDERS,
                "Reentry services",
                "Service sites in and near " + jurisdiction + ": open reference data.",
                null,
                List.of()));
        return collections;
    }

    /**
     * The collection with an identifier.
     *
     * @throws ProblemException if there is none
     */
    Collection get(String id) {
        return collections().stream()
                .filter(collection -> collection.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no collection with this identifier."));
    }

    /** The box of the newest release, or of the service sites when nothing is released. */
    Bbox extent() {
        return store.extent(store.listReleases().stream().findFirst());
    }

    /** What our own map needs to know before it draws. */
    Map<String, Object> forMap() {
        List<PublishedRelease> releases = store.listReleases();
        Optional<PublishedRelease> newest = releases.stream().findFirst();
        return Map.of(
                "jurisdiction", jurisdiction,
                "bbox", store.extent(newest).toList(),
                "levels",
                        levels(newest).stream()
                                .map(level -> Map.of(
                                        "code", level.code(),
                                        "one", level.one(),
                                        "many", level.many(),
                                        "above", level.above(),
                                        "collection", Collection.AREA_PREFIX + level.code()))
                                .toList(),
                "measures", store.listMeasures(),
                "categories", store.listCategories(),
                "releases", releases.stream().map(this::forMap).toList());
    }

    private Map<String, @Nullable Object> forMap(PublishedRelease release) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("id", release.id());
        described.put("referenceDate", release.referenceDate());
        described.put("publishedAt", release.publishedAt());
        described.put("k", release.k());
        described.put("roundingBase", release.roundingBase());
        described.put("belowGate", release.belowGate());
        described.put("newSince", release.newSince());
        described.put("notMapped", store.listNotMapped(release.id()));
        return described;
    }
}
