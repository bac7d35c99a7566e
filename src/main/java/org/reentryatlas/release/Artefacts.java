package org.reentryatlas.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.protect.Policy;

/**
 * Writes a release as files. The same release gives the same bytes on every machine: everything is sorted here, and nothing
 * is written that a database or a clock made up. {@code src/docs/ledger.md} describes the files for their readers.
 */
final class Artefacts {
    static final String RELEASE = "release.json";
    static final String CELLS = "cells.csv";
    static final String AREAS = "areas.csv";
    static final String ATOMS = "atoms.csv";

    /** The files that a release is audited by. Whatever else it publishes is made of the same rows. */
    static final List<String> AUDITED = List.of(RELEASE, CELLS, AREAS, ATOMS);

    /** Rises when a reader of the files must change. */
    static final int FORMAT_VERSION = 3;

    static final List<String> CELL_COLUMNS = List.of("measure", "level", "area_key", "status", "value", "earlier");
    /** The last column of cells.csv came with version 2. */
    private static final int EARLIER_SINCE = 2;

    static final List<String> AREA_COLUMNS =
            List.of("level", "area_key", "name", "parent_level", "parent_key", "residents", "area_set", "low_hit_rate");

    private static final String CSV = "text/csv; charset=utf-8; header=present";
    private static final String JSON = "application/json";

    /** The order of the fields in release.json. */
    private record Summary(
            String format,
            int formatVersion,
            String release,
            LocalDate referenceDate,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> jointWith,
            Policy policy,
            @Nullable String belowGate,
            @Nullable LocalDate newSince,
            List<ReleaseDocument.Source> areaSets,
            List<String> levels,
            List<ReleaseDocument.Measure> measures,
            List<ReleaseDocument.NotMapped> notMapped,
            List<Digest> artefacts) {}

    /** The digest of a file by its name. */
    record Digest(String name, String sha256) {
        static Digest of(Artefact artefact) {
            return new Digest(artefact.name(), artefact.sha256());
        }
    }

    private Artefacts() {}

    /** The files, release.json first. */
    static List<Artefact> of(ReleaseDocument document, List<DocumentAtom> atoms) {
        List<Artefact> tables = List.of(cells(document), areas(document), atoms(atoms));
        List<Artefact> all = new ArrayList<>();
        all.add(Artefact.of(RELEASE, JSON, FixedJson.document(summary(document, digests(tables)))));
        all.addAll(tables);
        return all;
    }

    /** The digests of the files, by name. */
    static List<Digest> digests(List<Artefact> artefacts) {
        return byName(artefacts.stream().map(Digest::of).toList());
    }

    /** In the order of their names. */
    static List<Digest> byName(List<Digest> digests) {
        return sorted(digests, Comparator.comparing(Digest::name));
    }

    private static Summary summary(ReleaseDocument document, List<Digest> digests) {
        return new Summary(
                "reentry-atlas-release",
                FORMAT_VERSION,
                document.release(),
                document.referenceDate(),
                document.jointWith(),
                document.policy(),
                document.belowGate(),
                document.newSince(),
                sorted(document.areaSets(), Comparator.comparing(ReleaseDocument.Source::id)),
                document.areas().stream()
                        .map(ReleaseDocument.Area::level)
                        .distinct()
                        .sorted()
                        .toList(),
                sorted(document.measures(), Comparator.comparing(ReleaseDocument.Measure::code)),
                sorted(document.notMapped(), Comparator.comparing(ReleaseDocument.NotMapped::outcome)),
                digests);
    }

    private static Artefact cells(ReleaseDocument document) {
        List<ReleaseDocument.Cell> cells = sorted(
                document.cells(),
                Comparator.comparing(ReleaseDocument.Cell::measure)
                        .thenComparing(ReleaseDocument.Cell::level)
                        .thenComparing(ReleaseDocument.Cell::areaKey));
        return csv(CELLS, CELL_COLUMNS, cells.stream().map(Artefacts::row).toList());
    }

    /** The columns of cells.csv in a version of the files. */
    static List<String> cellColumns(int version) {
        return version < EARLIER_SINCE ? CELL_COLUMNS.subList(0, CELL_COLUMNS.size() - 1) : CELL_COLUMNS;
    }

    /** A line of cells.csv. */
    static List<String> row(ReleaseDocument.Cell cell) {
        return List.of(
                cell.measure(),
                cell.level(),
                cell.areaKey(),
                cell.status(),
                number(cell.value()),
                number(cell.earlier()));
    }

    private static Artefact areas(ReleaseDocument document) {
        List<ReleaseDocument.Area> areas = sorted(
                document.areas(),
                Comparator.comparing(ReleaseDocument.Area::level)
                        .thenComparing(ReleaseDocument.Area::key)
                        .thenComparing(ReleaseDocument.Area::areaSet));
        return csv(AREAS, AREA_COLUMNS, areas.stream().map(Artefacts::row).toList());
    }

    private static List<String> row(ReleaseDocument.Area area) {
        return List.of(
                area.level(),
                area.key(),
                area.name(),
                area.parentLevel(),
                area.parentKey(),
                number(area.residents()),
                area.areaSet(),
                Boolean.toString(area.lowHitRate()));
    }

    /** Atoms are numbered by the keys of their areas, so that a number means the same wherever it was made. */
    private static Artefact atoms(List<DocumentAtom> atoms) {
        List<String> columns = columns(atoms);
        List<String> header = new ArrayList<>(List.of("atom"));
        header.addAll(columns);
        List<List<String>> rows = new ArrayList<>();
        for (DocumentAtom atom : lines(atoms)) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(rows.size() + 1)));
            row.addAll(keys(atom, columns));
            rows.add(row);
        }
        return csv(ATOMS, header, rows);
    }

    /** The atoms in the order of the lines of atoms.csv. */
    static List<DocumentAtom> lines(List<DocumentAtom> atoms) {
        List<String> columns = columns(atoms);
        return sorted(atoms, (a, b) -> compare(keys(a, columns), keys(b, columns)));
    }

    /** Base levels and, in a joint release, sets; in the order of the alphabet. */
    private static List<String> columns(List<DocumentAtom> atoms) {
        return atoms.stream()
                .flatMap(atom -> atom.areas().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> keys(DocumentAtom atom, List<String> columns) {
        return columns.stream()
                .map(column -> atom.areas().getOrDefault(column, ""))
                .toList();
    }

    /** By the first field in which two rows of one length differ. */
    private static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static Artefact csv(String name, List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Artefact.of(name, CSV, text.toString());
    }

    private static String number(@Nullable Integer value) {
        return value == null ? "" : Integer.toString(value);
    }

    private static <T> List<T> sorted(List<T> values, Comparator<? super T> order) {
        return values.stream().sorted(order).toList();
    }
}
