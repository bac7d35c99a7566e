package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reentryatlas.boundary.AreaSetStore;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.boundary.NewArea;
import org.reentryatlas.boundary.NewAreaSet;
import org.reentryatlas.db.Database;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.CrsException;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.table.Row;
import org.reentryatlas.table.Table;

/**
 * Loads a vintage of boundaries. One bad area refuses the file, since a set with a hole would lose people.
 *
 * <p>Fields: {@code key}, {@code name}, {@code population}, and the key of the area above for each level that the user
 * names in {@link Options#parents}.
 */
public final class BoundaryLoad {
    /** What neighbours digitised apart share by chance. */
    private static final double SLIVER_SQUARE_METRES = 100;

    private static final int MOST_NAMED = 5;

    /**
     * What a load of boundaries is told besides the common request.
     *
     * @param parents column that holds the key of the area above, by its level
     * @param cityName the name of the area that all others make up
     */
    public record Options(Level level, Map<Level, String> parents, LocalDate validFrom, String cityName) {
        public Options {
            parents = Map.copyOf(parents);
        }
    }

    private final Database database;
    private final Territory territory;

    public BoundaryLoad(Database database, Territory territory) {
        this.database = database;
        this.territory = territory;
    }

    /** Loads the file, or leaves the database as it is and throws {@link LoadRefusedException}. */
    public LoadReport run(LoadRequest request, Options options) throws IOException {
        Path file = request.file();
        Table table = Table.open(file, request.reading());
        if (!table.hasGeometry()) {
            throw new LoadRefusedException(file + ": boundaries need polygons; load a GeoJSON file");
        }
        requireParents(file, table, options);
        Columns columns = Columns.find(
                file, table.columns(), AreaColumns.synonyms(options.level()), Set.of("key"), request.mapping());
        Crs crs = Positions.crs(file, table, request.crs());
        String fingerprint = Fingerprint.of(file);
        try (Rejects rejects = new Rejects(request.rejectsFile())) {
            RowLoop loop = new RowLoop(request, rejects);
            AreaReader reader = new AreaReader(file, columns, crs, options);
            loop.run(table, reader::take);
            territory.objection(reader.extent, crs).ifPresent(objection -> {
                throw new LoadRefusedException(file + ": " + objection);
            });
            requireDistinctKeys(file, table, rejects);
            loop.requireAll();
            requireNesting(file, options, reader.areas);
            NewAreaSet set = new NewAreaSet(
                    options.level(),
                    options.cityName(),
                    file.getFileName().toString(),
                    crs.code(),
                    fingerprint,
                    options.validFrom(),
                    reader.areas);
            List<String> notes = database.inTransaction(handle -> keep(new AreaSetStore(handle), set, file));
            return loop.report(reader.areas.size(), notes);
        }
    }

    private static List<String> keep(AreaSetStore store, NewAreaSet set, Path file) {
        if (store.isKept(set.baseLevel(), set.fingerprint())) {
            return List.of("this very file is kept already: nothing changed");
        }
        Optional<LocalDate> newest = store.findNewestStart(set.baseLevel());
        if (newest.isPresent() && !set.validFrom().isAfter(newest.get())) {
            throw new LoadRefusedException(
                    "%s: a set of level %s that is valid from %s is kept already; a newer one must start later: --valid-from"
                            .formatted(file, set.baseLevel().code(), newest.get()));
        }
        List<String> notes = new ArrayList<>();
        store.insert(set).forEach((level, areas) -> notes.add("%s: %d kept".formatted(level.code(), areas)));
        noteOverlaps(store, set.baseLevel(), notes);
        newest.ifPresent(
                start -> notes.add("the set that was valid from %s ends on %s".formatted(start, set.validFrom())));
        return notes;
    }

    private static void noteOverlaps(AreaSetStore store, Level level, List<String> notes) {
        List<AreaSetStore.Overlap> overlaps = store.listOverlaps(level, SLIVER_SQUARE_METRES);
        overlaps.stream()
                .limit(MOST_NAMED)
                .forEach(overlap ->
                        notes.add("areas '%s' and '%s' overlap by %.0f m²: who lives there is counted in '%s'"
                                .formatted(
                                        overlap.first(), overlap.second(), overlap.squareMetres(), overlap.first())));
        if (overlaps.size() > MOST_NAMED) {
            notes.add("and %d more pairs overlap".formatted(overlaps.size() - MOST_NAMED));
        }
    }

    /** Files often hold several columns that look like a key; the others are named, since one of them may be it. */
    private static void requireDistinctKeys(Path file, Table table, Rejects rejects) throws IOException {
        Long duplicates = rejects.counts().get(Reason.DUPLICATE_ID.code());
        Reject first = rejects.first();
        if (duplicates == null || first == null || first.reason() != Reason.DUPLICATE_ID) {
            return;
        }
        List<String> others = AreaColumns.distinct(table);
        throw new LoadRefusedException(
                "%s: row %d, field '%s': %s (%s); %d areas share a key with another, all listed in %s; nothing was kept. %s"
                        .formatted(
                                file,
                                first.row(),
                                first.field(),
                                first.advice(),
                                first.reason().code(),
                                duplicates,
                                rejects.file(),
                                others.isEmpty()
                                        ? "No column has a value of its own in every row: mend the file"
                                        : "Each row has a value of its own in " + String.join(", ", others)
                                                + ": mend the file, or choose one of these with --key"));
    }

    private static void requireParents(Path file, Table table, Options options) {
        options.parents().forEach((level, column) -> {
            if (!options.level().above().contains(level)) {
                throw new LoadRefusedException("--parent %s=%s: level %s cannot stand above level %s"
                        .formatted(
                                level.code(),
                                column,
                                level.code(),
                                options.level().code()));
            }
            if (!table.columns().contains(column)) {
                throw new LoadRefusedException("%s: --parent %s=%s: the file has no column '%s'; it has: %s"
                        .formatted(file, level.code(), column, column, String.join(", ", table.columns())));
            }
        });
    }

    /** A sector that lies in two districts would be counted in neither or both. */
    private static void requireNesting(Path file, Options options, List<NewArea> areas) {
        List<Level> levels = options.level().above().stream()
                .filter(options.parents()::containsKey)
                .toList();
        for (int i = 0; i + 1 < levels.size(); i++) {
            Level lower = levels.get(i);
            Level upper = levels.get(i + 1);
            Map<String, String> upperByLower = new HashMap<>();
            for (NewArea area : areas) {
                String lowerKey = area.parents().getOrDefault(lower, "");
                String upperKey = area.parents().getOrDefault(upper, "");
                String other = upperByLower.putIfAbsent(lowerKey, upperKey);
                if (other != null && !other.equals(upperKey)) {
                    throw new LoadRefusedException("%s: %s '%s' lies in %s '%s' and in %s '%s'"
                            .formatted(file, lower.code(), lowerKey, upper.code(), other, upper.code(), upperKey));
                }
            }
        }
    }

    /** Turns features into areas and remembers the box of their coordinates. */
    private static final class AreaReader {
        private final Path file;
        private final Columns columns;
        private final Crs crs;
        private final Options options;
        private final Set<String> keys = new HashSet<>();
        private final List<NewArea> areas = new ArrayList<>();
        private Box extent = Box.EMPTY;

        AreaReader(Path file, Columns columns, Crs crs, Options options) {
            this.file = file;
            this.columns = columns;
            this.crs = crs;
            this.options = options;
        }

        void take(Row row) throws RowRejected {
            Fields fields = new Fields(row, columns);
            String key = fields.key("key");
            Shape shape = shape(row, key);
            if (!keys.add(key)) {
                throw fields.rejected(
                        "key", Reason.DUPLICATE_ID, "another area has the key '" + key + "'; keys must differ");
            }
            String name = fields.text("name");
            areas.add(new NewArea(
                    key, name.isEmpty() ? key : name, parents(row), fields.count("population"), wkbHex(shape)));
        }

        private Shape shape(Row row, String key) throws RowRejected {
            Shape shape = row.geometry();
            if (shape == null) {
                throw geometryRejected(
                        row,
                        key,
                        row.geometryFault() == null ? "has no geometry" : "cannot be read: " + row.geometryFault());
            }
            Optional<String> fault = shape.areaFault();
            if (fault.isPresent()) {
                throw geometryRejected(row, key, fault.get());
            }
            extent = extent.including(shape.box());
            return shape;
        }

        private static RowRejected geometryRejected(Row row, String key, String fault) {
            return new RowRejected(row.number(), "geometry", Reason.GEOMETRY_INVALID, "area '" + key + "' " + fault);
        }

        private Map<Level, String> parents(Row row) throws RowRejected {
            Map<Level, String> parents = new LinkedHashMap<>();
            for (Map.Entry<Level, String> parent : options.parents().entrySet()) {
                String key = row.value(parent.getValue());
                if (key.isEmpty()) {
                    throw new RowRejected(
                            row.number(), parent.getValue(), Reason.VALUE_MISSING, "the area above must be named");
                }
                parents.put(parent.getKey(), key);
            }
            return parents;
        }

        private String wkbHex(Shape shape) {
            try {
                return shape.wkbHex(crs);
            } catch (CrsException e) {
                throw new LoadRefusedException(file + ": " + e.getMessage());
            }
        }
    }
}
