package org.reentryatlas.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        return build(
                new Proof(new int[unknowns()], new int[unknowns()], new int[cells()], new int[cells()], List.of()));
    }

    /**
     * Atoms and cells, with the people and the facts of a proof.
     *
     * @throws UnreadableReleaseException if it is not a proof of this release
     */
    CellSystem build(Proof proof) {
        if (!proof.isOf(unknowns(), cells())) {
            throw new UnreadableReleaseException("the proof is one of other files");
        }
        CellSystem.Builder system = CellSystem.builder();
        Map<String, List<Integer>> unknowns = new LinkedHashMap<>();
        for (String measure : measures()) {
            List<Integer> of = new ArrayList<>();
            int first = unknowns.size() * files.atoms().size();
            for (int atom = 0; atom < files.atoms().size(); atom++) {
                of.add(system.atom(proof.people(first + atom), proof.known(first + atom)));
                if (!measure.equals(PEOPLE)) {
                    system.atMost(
                            of.get(atom),
                            unknowns.getOrDefault(PEOPLE, List.of()).get(atom));
                }
            }
            unknowns.put(measure, of);
        }
        published.clear();
        for (int cell = 0; cell < cells(); cell++) {
            system.cell(cell(cell, unknowns, proof));
            published.add(value(files.cells().get(cell)));
        }
        return system.build();
    }

    private Set<String> measures() {
        Set<String> measures = new LinkedHashSet<>(List.of(PEOPLE));
        files.cells().forEach(row -> measures.add(field(row, "measure")));
        return measures;
    }

    private int unknowns() {
        return measures().size() * files.atoms().size();
    }

    private int cells() {
        return files.cells().size();
    }

    private Cell cell(int index, Map<String, List<Integer>> unknowns, Proof proof) {
        Map<String, String> row = files.cells().get(index);
        String measure = field(row, "measure");
        Area area = new Area(field(row, "level"), field(row, "area_key"));
        List<Integer> of = unknowns.getOrDefault(measure, List.of());
        List<Integer> atoms =
                atomsOf.getOrDefault(area, List.of()).stream().map(of::get).toList();
        if (atoms.isEmpty() && !field(row, "status").equals("zero")) {
            throw new UnreadableReleaseException("cells.csv has %s in %s %s, and atoms.csv has no atom there"
                    .formatted(measure, area.level(), area.key()));
        }
        int count = atoms.stream().mapToInt(proof::people).sum();
        OptionalInt others = measure.equals(PEOPLE)
                ? OptionalInt.empty()
                : OptionalInt.of(atoms.stream()
                                .mapToInt(unknown ->
                                        proof.people(unknown % files.atoms().size()))
                                .sum()
                        - count);
        int known = atoms.stream().mapToInt(proof::known).sum();
        return new Cell(
                "%s in %s %s".formatted(measure, area.level(), area.key()),
                atoms,
                new Facts(count, proof.addresses(index), proof.largestAddress(index), known, others),
                field(row, "status").equals("zero"),
                1,
                earlier(row),
                Optional.empty(),
                bandWidth(measure));
    }

    private OptionalInt bandWidth(String measure) {
        Integer width = files.bandWidths().get(measure);
        return width == null ? OptionalInt.empty() : OptionalInt.of(width);
    }

    /** The number of the release before, to which this one sticks. */
    private static OptionalInt earlier(Map<String, String> row) {
        String earlier = row.getOrDefault("earlier", "");
        return earlier.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(earlier));
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
