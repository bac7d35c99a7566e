package org.reentryatlas.brief;

import java.util.List;
import java.util.Optional;
import org.reentryatlas.http.OpenApi;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.Layer;
import org.reentryatlas.layer.LevelWords;
import org.reentryatlas.layer.Measure;
import org.reentryatlas.layer.PublishedRelease;
import org.reentryatlas.layer.Snapshot;

/** An area with the release that its numbers are of: the newest that has its level. */
record Subject(Snapshot snapshot, LevelWords level, PublishedRelease release, Area area) {
    /**
     * The area of a level and a key.
     *
     * @throws ProblemException if there is none
     */
    static Subject find(Snapshot snapshot, String level, String key) {
        LevelWords words = level(snapshot, level);
        FeatureTable table = snapshot.newest(layer(snapshot, words));
        Integer row = table.row(key);
        if (row == null) {
            throw ProblemException.notFound(
                    "This level has no area with this key; /areas/" + words.code() + " lists them.");
        }
        return new Subject(snapshot, words, release(snapshot, words), new Area(table, row));
    }

    /** The level with a code, of those that the newest release has. */
    static LevelWords level(Snapshot snapshot, String code) {
        return snapshot.levels().stream()
                .filter(level -> level.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no level with this code; /areas lists them."));
    }

    static Layer layer(Snapshot snapshot, LevelWords level) {
        return snapshot.layer(Layer.idOf(level.code()));
    }

    /** The newest release of a level that is offered, which therefore has one. */
    static PublishedRelease release(Snapshot snapshot, LevelWords level) {
        return layer(snapshot, level).releases().get(0);
    }

    /** The path of its page. */
    String path() {
        return path(level, area.key());
    }

    static String path(LevelWords level, String key) {
        return "/areas/" + level.code() + "/" + OpenApi.encode(key);
    }

    boolean isWhole() {
        return level.code().equals(Layer.WHOLE);
    }

    /** The services in it and near it. */
    Services services() {
        return Services.of(area.shape(), snapshot.newest(snapshot.layer(Layer.PROVIDERS)), snapshot.categories());
    }

    /** The measures that its release has. */
    List<Measure> measures() {
        return snapshot.measures().stream().filter(area::has).toList();
    }

    /**
     * The area one level up in which it nests, in the same release; empty where that is the whole jurisdiction. Hexagons are
     * told by none: the larger ones have no names either.
     */
    Optional<Subject> above() {
        if (Prose.isHexagon(level) || area.parent().isEmpty()) {
            return Optional.empty();
        }
        return level.above().stream()
                .flatMap(code ->
                        snapshot.levels().stream().filter(above -> above.code().equals(code)))
                .findFirst()
                .filter(above -> !above.code().equals(Layer.WHOLE))
                .flatMap(above -> inSameRelease(above, area.parent()));
    }

    /** The whole jurisdiction in the same release; empty if it is that itself. */
    Optional<Subject> whole() {
        return isWhole()
                ? Optional.empty()
                : snapshot.levels().stream()
                        .filter(other -> other.code().equals(Layer.WHOLE))
                        .findFirst()
                        .flatMap(city -> {
                            FeatureTable table = snapshot.newest(layer(snapshot, city));
                            return table.size() == 1 ? inSameRelease(city, table.id(0)) : Optional.empty();
                        });
    }

    private Optional<Subject> inSameRelease(LevelWords other, String key) {
        Layer layer = layer(snapshot, other);
        if (!layer.releases().contains(release)) {
            return Optional.empty();
        }
        FeatureTable table = snapshot.table(layer, release);
        return Optional.ofNullable(table.row(key))
                .map(row -> new Subject(snapshot, other, release, new Area(table, row)));
    }
}
