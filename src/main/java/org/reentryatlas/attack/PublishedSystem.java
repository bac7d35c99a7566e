package org.reentryatlas.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.reentryatlas.protect.Cell;
import org.reentryatlas.protect.CellSystem;
import org.reentryatlas.protect.Facts;
import org.reentryatlas.protect.Published;

/** The linear system behind a release, put together again from its files. */
final class PublishedSystem {
    /** The measure of which all others count a part. */
    private static final String PEOPLE = "people";

    private static final String ATOM = "atom";

    private record Area(String level, String key) {}

    private final ReleaseFiles files;
    private final Map<Area, Area> parents = new HashMap<>();
    private final Map<Area, List<Integer>> atomsOf = new HashMap<>();
    private final List<Published> published = new ArrayList<>();

    PublishedSystem(ReleaseFiles files) {
        this.files = files;
        for (Map<String, String> row : files.areas()) {
            Area area = new Area(field(row, "level"), field(row, "area_key"));
            if (!field(row, "parent_key").isEmpty()) {
                parents.put(area, new Area(field(row, "parent_level"), field(row, "parent_key")));
            }
        }
        for (int atom = 0; atom < files.atoms().size(); atom++) {
            for (Area area : areas(files.atoms().get(atom))) {
                atomsOf.computeIfAbsent(area, key -> new ArrayList<>()).add(atom);
            }
        }
    }

    /** What stands in each cell of {@link #build}. */
    List<Published> published() {
        return published;
    }

    /** Atoms and cells, with nobody in them. */
    CellSystem build() {
        CellSystem.Builder system = CellSystem.builder();
        Set<String> measures = new LinkedHashSet<>(List.of(PEOPLE));
        files.cells().forEach(row -> measures.add(field(row, "measure")));
        Map<String, List<Integer>> unknowns = new LinkedHashMap<>();
        for (String measure : measures) {
            List<Integer> of = new ArrayList<>();
            for (int atom = 0; atom < files.atoms().size(); atom++) {
                of.add(system.atom(0));
                if (!measure.equals(PEOPLE)) {
                    system.atMost(
                            of.get(atom),
                            unknowns.getOrDefault(PEOPLE, List.of()).get(atom));
                }
            }
            unknowns.put(measure, of);
        }
        published.clear();
        for (Map<String, String> row : files.cells()) {
            system.cell(cell(row, unknowns));
            published.add(value(row));
        }
        return system.build();
    }

    private Cell cell(Map<String, String> row, Map<String, List<Integer>> unknowns) {
        String measure = field(row, "measure");
        Area area = new Area(field(row, "level"), field(row, "area_key"));
        List<Integer> of = unknowns.getOrDefault(measure, List.of());
        List<Integer> atoms =
                atomsOf.getOrDefault(area, List.of()).stream().map(of::get).toList();
        if (atoms.isEmpty() && !field(row, "status").equals("zero")) {
            throw new UnreadableReleaseException("cells.csv has %s in %s %s, and atoms.csv has no atom there"
                    .formatted(measure, area.level(), area.key()));
        }
        OptionalInt others = measure.equals(PEOPLE) ? OptionalInt.empty() : OptionalInt.of(0);
        return new Cell(
                "%s in %s %s".formatted(measure, area.level(), area.key()),
                atoms,
                new Facts(0, 0, 0, 0, others),
                field(row, "status").equals("zero"),
                1);
    }

    private static Published value(Map<String, String> row) {
        String status = field(row, "status");
        return switch (status) {
            case "hidden" -> Published.HIDDEN;
            case "zero" -> Published.ZERO;
            case "shown" -> new Published.Shown(number(field(row, "value")));
            default -> throw new UnreadableReleaseException("cells.csv has a status " + status);
        };
    }

    /** The areas of all levels that an atom lies in. */
    private Set<Area> areas(Map<String, String> atom) {
        Set<Area> areas = new LinkedHashSet<>();
        atom.forEach((level, key) -> {
            if (!level.equals(ATOM) && !key.isEmpty()) {
                for (Area area = new Area(level, key); area != null && areas.add(area); ) {
                    area = parents.get(area);
                }
            }
        });
        return areas;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UnreadableReleaseException("cells.csv shows a value that is no whole number", e);
        }
    }

    /** A field of a column that {@link ReleaseFiles} has made sure of. */
    private static String field(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
