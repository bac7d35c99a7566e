package org.reentryatlas.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.reentryatlas.protect.Cell;
import org.reentryatlas.protect.CellSystem;
import org.reentryatlas.protect.Facts;
import org.reentryatlas.protect.Published;

/** The linear system behind a release, put together again from its files and those beside which it was protected. */
final class PublishedSystem {
    /** The measure of which all others count a part. */
    static final String PEOPLE = "people";

    private final ReleaseFiles files;
    private final PublishedAreas areas;
    private final List<PublishedCell> cells;
    private final List<Published> published = new ArrayList<>();

    PublishedSystem(ReleaseFiles files) {
        this.files = files;
        this.areas = new PublishedAreas(files);
        this.cells = PublishedCell.of(files);
    }

    /** What stands in each cell of {@link #build}. */
    List<Published> published() {
        return published;
    }

    /** What the cell of {@link #build} says, and of which area. */
    PublishedCell cell(int index) {
        return cells.get(index);
    }

    /** Atoms and cells, with nobody in them. */
    CellSystem build() {
        return build(new Proof(
                new int[unknowns()], new int[unknowns()], new int[cells.size()], new int[cells.size()], List.of()));
    }

    /**
     * Atoms and cells, with the people and the facts of a proof.
     *
     * @throws UnreadableReleaseException if it is not a proof of this release
     */
    CellSystem build(Proof proof) {
        if (!proof.isOf(unknowns(), cells.size())) {
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
        for (int index = 0; index < cells.size(); index++) {
            system.cell(cell(index, unknowns, proof));
            published.add(cells.get(index).value());
        }
        return system.build();
    }

    private Set<String> measures() {
        Set<String> measures = new LinkedHashSet<>(List.of(PEOPLE));
        cells.forEach(cell -> measures.add(cell.measure()));
        return measures;
    }

    private int unknowns() {
        return measures().size() * files.atoms().size();
    }

    private Cell cell(int index, Map<String, List<Integer>> unknowns, Proof proof) {
        PublishedCell cell = cells.get(index);
        String measure = cell.measure();
        List<Integer> of = unknowns.getOrDefault(measure, List.of());
        List<Integer> atoms = areas.atoms(cell.area()).stream().map(of::get).toList();
        if (atoms.isEmpty() && !cell.isZero()) {
            throw new UnreadableReleaseException(
                    "cells.csv%s has %s, and atoms.csv has no atom there".formatted(beside(cell), words(cell)));
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
                words(cell) + beside(cell),
                atoms,
                new Facts(count, proof.addresses(index), proof.largestAddress(index), known, others),
                cell.isZero(),
                1,
                cell.earlier(),
                cell.stands() ? Optional.of(cell.value()) : Optional.empty(),
                cell.bandWidth());
    }

    private static String words(PublishedCell cell) {
        return "%s in %s %s"
                .formatted(cell.measure(), cell.area().level(), cell.area().key());
    }

    /** Says where it stands, if that is beside the release. */
    private String beside(PublishedCell cell) {
        return cell.release().equals(files.release()) ? "" : " of release " + cell.release();
    }
}
