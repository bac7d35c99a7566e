package org.reentryatlas.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.reentryatlas.protect.Published;

/**
 * A line of cells.csv.
 *
 * @param release whose file it is
 * @param row by column
 * @param bandWidth how many counts share its number, if that is a band
 * @param stands whether a release before it said so already
 */
record PublishedCell(
        String release,
        String measure,
        PublishedAreas.Area area,
        Map<String, String> row,
        OptionalInt bandWidth,
        boolean stands) {
    /** Two lines that say the same thing of the same area, in files of two releases. */
    private record Identity(String measure, PublishedAreas.Area area, Published value, OptionalInt earlier) {}

    /** The cells of a release, in their order, and then those that only the releases have that it was protected together with. */
    static List<PublishedCell> of(ReleaseFiles files) {
        Map<Identity, PublishedCell> standing = new LinkedHashMap<>();
        for (ReleaseFiles other : files.jointWith()) {
            ofOne(other).forEach(cell -> standing.putIfAbsent(cell.identity(), cell.asStanding()));
        }
        List<PublishedCell> cells = new ArrayList<>();
        for (PublishedCell cell : ofOne(files)) {
            cells.add(standing.remove(cell.identity()) == null ? cell : cell.asStanding());
        }
        List<PublishedCell> more = new ArrayList<>(standing.values());
        more.sort(Comparator.comparing(PublishedCell::measure)
                .thenComparing(cell -> cell.area().level())
                .thenComparing(cell -> cell.area().key())
                .thenComparing(cell -> cell.area().set()));
        cells.addAll(more);
        return cells;
    }

    /** The cells of a release alone, in their order. */
    static List<PublishedCell> ofOne(ReleaseFiles files) {
        Map<String, String> sets = PublishedAreas.sets(files);
        return files.cells().stream()
                .map(row -> {
                    String level = ReleaseFiles.field(row, "level");
                    PublishedAreas.Area area = new PublishedAreas.Area(
                            level, ReleaseFiles.field(row, "area_key"), sets.getOrDefault(level, ""));
                    String measure = ReleaseFiles.field(row, "measure");
                    return new PublishedCell(files.release(), measure, area, row, files.bandWidth(measure), false);
                })
                .toList();
    }

    private PublishedCell asStanding() {
        return new PublishedCell(release, measure, area, row, bandWidth, true);
    }

    private Identity identity() {
        return new Identity(measure, area, value(), earlier());
    }

    boolean isZero() {
        return status().equals("zero");
    }

    private String status() {
        return ReleaseFiles.field(row, "status");
    }

    Published value() {
        return switch (status()) {
            case "hidden" -> Published.HIDDEN;
            case "zero" -> Published.ZERO;
            case "shown" -> new Published.Shown(number(ReleaseFiles.field(row, "value")));
            default -> throw new UnreadableReleaseException("cells.csv has a status " + status());
        };
    }

    /** The number of the release before, to which this one sticks. */
    OptionalInt earlier() {
        String earlier = row.getOrDefault("earlier", "");
        return earlier.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(earlier));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UnreadableReleaseException("cells.csv shows a value that is no whole number", e);
        }
    }
}
