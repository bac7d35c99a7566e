package org.reentryatlas.layer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.ProblemException;

import static java.util.Objects.requireNonNull;

/** Everything that is served, as it was at one moment. A request takes one and looks at no other. Safe for many threads. */
public final class Snapshot {
    private static final int MOST_TABLES = 64;

    private final LayerStore store;
    private final String version;
    private final String jurisdiction;
    private final List<LevelWords> words;
    private final List<PublishedRelease> releases;
    private final List<Measure> measures;
    private final List<ServiceCategory> categories;
    private final Beats beats;
    private final Map<String, List<String>> levels = new LinkedHashMap<>();
    private final Map<String, List<NotMapped>> notMapped = new LinkedHashMap<>();
    private final List<Layer> layers;
    private final @Nullable Instant directoryLoadedAt;
    private final @Nullable GapRun gapRun;
    private final PlannedSites planned;
    private final @Nullable GapsBefore gapsBefore;
    /** By layer: these must be there even when the database is not. */
    private final Map<String, FeatureTable> newest = new LinkedHashMap<>();
    // Soft, so that old releases that nobody asks for make room for those that somebody does.
    private final Cache<Key, FeatureTable> older =
            Caffeine.newBuilder().maximumSize(MOST_TABLES).softValues().build();

    private record Key(String layer, String release) {}

    /** Reads all of it but the tables of older releases, which are read when somebody asks. */
    Snapshot(LayerStore store, String version, String jurisdiction, List<LevelWords> words) {
        this.store = store;
        this.version = version;
        this.jurisdiction = jurisdiction;
        this.words = words;
        this.releases = store.listReleases();
        this.measures = store.listMeasures();
        this.categories = store.listCategories();
        for (PublishedRelease release : releases) {
            levels.put(release.id(), store.listLevels(release.id()));
            notMapped.put(release.id(), store.listNotMapped(release.id()));
        }
        this.beats = releases.isEmpty() ? store.findBeats() : Beats.NONE;
        this.directoryLoadedAt = store.findDirectoryLoad().orElse(null);
        FeatureTable siteTable = store.readSites(categories);
        ServiceSites sites = new ServiceSites(siteTable, categories, directoryLoadedAt != null);
        List<Layer> described = new ArrayList<>(peopleLayers());
        for (Layer layer : described) {
            newest.put(layer.id(), read(layer, newestRelease(layer)));
        }
        levels().forEach(level -> described.add(readServices(level, sites)));
        this.gapRun = newestRelease()
                .flatMap(release -> store.findGapRun(release.id()))
                .orElse(null);
        this.gapsBefore = gapRun == null ? null : readGapsBefore();
        if (gapRun != null) {
            levels().forEach(level -> described.addAll(readGaps(level, gapRun)));
        }
        this.planned = newestRelease()
                .map(release -> store.readPlannedSites(release.id()))
                .orElseGet(PlannedSites::none);
        if (planned.table().size() > 0) {
            Layer layer = Layer.ofPlannedSites(jurisdiction, releases.get(0));
            newest.put(layer.id(), planned.table());
            described.add(layer);
        }
        Layer directory = Layer.ofSites(jurisdiction);
        newest.put(directory.id(), siteTable);
        described.add(directory);
        this.layers = List.copyOf(described);
    }

    /** Another text after everything that changes an answer. */
    public String version() {
        return version;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    /** When the service directory was last loaded; empty if it never was. */
    public Optional<Instant> directoryLoadedAt() {
        return Optional.ofNullable(directoryLoadedAt);
    }

    /**
     * When a layer that belongs to no release last changed: gaps by their run, planned sites by the newest plan, others by a load of the directory or, where it has the areas of the newest
     * release, by that one. Empty if no directory was ever loaded.
     */
    public Optional<Instant> changedAt(Layer layer) {
        if (layer.kind() == Layer.Kind.GAPS) {
            return Optional.ofNullable(gapRun).map(GapRun::madeAt);
        }
        if (layer.kind() == Layer.Kind.PLANNED) {
            return planned.changedAt();
        }
        Stream<Instant> published =
                layer.isOfAreas() ? newestRelease().stream().map(PublishedRelease::publishedAt) : Stream.empty();
        return directoryLoadedAt()
                .flatMap(loaded -> Stream.concat(Stream.of(loaded), published).max(Instant::compareTo));
    }

    /** The run over the newest release that gaps are of; empty if there is none. */
    public Optional<GapRun> gapRun() {
        return Optional.ofNullable(gapRun);
    }

    /** The gaps of the whole jurisdiction in the last release before the newest that has some; empty if there is none. */
    public Optional<GapsBefore> gapsBefore() {
        return Optional.ofNullable(gapsBefore);
    }

    /** The service gaps of the areas of a level, by the code of the way of getting about: the very tables of the layers. */
    public Map<String, FeatureTable> gaps(LevelWords level) {
        Map<String, FeatureTable> gaps = new LinkedHashMap<>();
        for (String mode : GapStore.MODES) {
            FeatureTable table = newest.get(Layer.gapsIdOf(level.code(), mode));
            if (table != null) {
                gaps.put(mode, table);
            }
        }
        return gaps;
    }

    /** Who is on no map of a release, and why. */
    List<NotMapped> notMapped(PublishedRelease release) {
        return notMapped.getOrDefault(release.id(), List.of());
    }

    /** Every release, newest reference date first. */
    public List<PublishedRelease> releases() {
        return releases;
    }

    public List<ServiceCategory> categories() {
        return categories;
    }

    /** What numbers count, in their order. */
    public List<Measure> measures() {
        return measures;
    }

    /** The levels of the newest release, as the map offers them; none before the first. */
    public List<LevelWords> levels() {
        List<String> codes = newestRelease()
                .map(found -> levels.getOrDefault(found.id(), List.of()))
                .orElse(List.of());
        return words.stream().filter(word -> codes.contains(word.code())).toList();
    }

    /** What agencies plan in as long as nothing is released; none afterwards, when it is the areas of the first level. */
    Beats beats() {
        return beats;
    }

    /** A level in the jurisdiction's words. */
    LevelWords words(String code) {
        return words.stream()
                .filter(word -> word.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    public List<Layer> layers() {
        return layers;
    }

    /** Whether anything was published or loaded of a layer. */
    public boolean holds(Layer layer) {
        return switch (layer.kind()) {
            case PEOPLE, GAPS, PLANNED -> true;
            case SERVICES, SITES -> directoryLoadedAt != null;
        };
    }

    /**
     * The layer with an identifier.
     *
     * @throws ProblemException if there is none
     */
    public Layer layer(String id) {
        return layers.stream()
                .filter(layer -> layer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no collection with this identifier."));
    }

    /** The features of the newest release that a layer has. */
    public FeatureTable newest(Layer layer) {
        return requireNonNull(newest.get(layer.id()));
    }

    /**
     * The features of a layer.
     *
     * @param release whose numbers they have, or null for a layer without date
     */
    public FeatureTable table(Layer layer, @Nullable PublishedRelease release) {
        return release == null || release.equals(newestRelease(layer))
                ? newest(layer)
                : older.get(new Key(layer.id(), release.id()), key -> read(layer, release));
    }

    private Optional<PublishedRelease> newestRelease() {
        return releases.stream().findFirst();
    }

    private static @Nullable PublishedRelease newestRelease(Layer layer) {
        return layer.releases().stream().findFirst().orElse(null);
    }

    private FeatureTable read(Layer layer, @Nullable PublishedRelease release) {
        return store.readAreas(requireNonNull(release).id(), requireNonNull(layer.level()));
    }

    private List<Layer> peopleLayers() {
        return levels().stream()
                .map(level -> Layer.ofAreas(
                        level,
                        jurisdiction,
                        releases.stream()
                                .filter(release -> levels.getOrDefault(release.id(), List.of())
                                        .contains(level.code()))
                                .toList()))
                .toList();
    }

    /** The services in and near the areas of the newest release. */
    private Layer readServices(LevelWords level, ServiceSites sites) {
        LocalDate areasFrom = store.findAreasFrom(releases.get(0).id(), level.code());
        Layer layer = Layer.ofServices(level, jurisdiction, areasFrom, sites);
        FeatureTable areas = requireNonNull(newest.get(Layer.idOf(level.code())));
        newest.put(layer.id(), new ServiceCoverage(areas, sites, categories, areasFrom).table());
        return layer;
    }

    /** Those of the last release before the newest that has both a run and an area that is the whole. */
    private @Nullable GapsBefore readGapsBefore() {
        LocalDate newestDate = releases.get(0).referenceDate();
        return releases.stream()
                .filter(release -> release.referenceDate().isBefore(newestDate)
                        && levels.getOrDefault(release.id(), List.of()).contains(Layer.WHOLE))
                .flatMap(release -> store.findGapRun(release.id()).map(run -> readGapsOf(release, run)).stream())
                .findFirst()
                .orElse(null);
    }

    private GapsBefore readGapsOf(PublishedRelease release, GapRun run) {
        FeatureTable whole = store.readAreas(release.id(), Layer.WHOLE);
        return new GapsBefore(release, run, store.readGaps(run, release.id(), Layer.WHOLE, whole, categories));
    }

    /** The gaps of the areas of the newest release; none where the run has no figures of their level. */
    private List<Layer> readGaps(LevelWords level, GapRun run) {
        PublishedRelease release = releases.get(0);
        FeatureTable areas = requireNonNull(newest.get(Layer.idOf(level.code())));
        Map<String, FeatureTable> byMode = store.readGaps(run, release.id(), level.code(), areas, categories);
        List<Layer> found = new ArrayList<>();
        for (String mode : GapStore.MODES) {
            FeatureTable table = requireNonNull(byMode.get(mode));
            if (table.size() > 0) {
                Layer layer = Layer.ofGaps(level, mode, jurisdiction, release, run);
                newest.put(layer.id(), table);
                found.add(layer);
            }
        }
        return found;
    }
}
