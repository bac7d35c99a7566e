package org.reentryatlas.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.Finding;
import org.reentryatlas.boundary.Finding.Verdict;

/**
 * What was found in a boundary file.
 *
 * @param read number of rows
 * @param types number of areas by geometry type
 * @param counts findings by verdict and kind
 * @param first the first findings, faults before repairs before notes
 * @param list where all findings are listed, or null when they were not written
 * @param otherKeys columns that could be the key, when the one that was taken is not
 * @param assumptions what was assumed in reading, a sentence each
 */
public record BoundaryQuality(
        Path file,
        long read,
        Map<String, Long> types,
        List<Finding.Count> counts,
        List<Finding> first,
        @Nullable Path list,
        List<String> otherKeys,
        List<String> assumptions) {
    public BoundaryQuality {
        types = Map.copyOf(types);
        counts = List.copyOf(counts);
        first = List.copyOf(first);
        otherKeys = List.copyOf(otherKeys);
        assumptions = List.copyOf(assumptions);
    }

    /** Whether the file is refused. */
    public boolean isRefused() {
        return has(Verdict.REFUSES);
    }

    boolean has(Verdict verdict) {
        return counts.stream().anyMatch(count -> count.verdict() == verdict);
    }

    /** The account for its owner, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(assumptions);
        for (Finding.Count count : counts) {
            lines.add("%s: %s".formatted(count.verdict().name().toLowerCase(Locale.ROOT), counted(count)));
        }
        first.forEach(finding -> lines.add("  " + told(finding)));
        long all = counts.stream().mapToLong(Finding.Count::findings).sum();
        if (all > first.size()) {
            lines.add("  and %d more".formatted(all - first.size()));
        }
        if (list != null) {
            lines.add("all of them are listed in " + list);
        }
        return lines;
    }

    /** The message of a refused file: its first fault, how many of which kind, and what can be done. */
    LoadRefusedException refusal() {
        String faults = counts.stream()
                .filter(count -> count.verdict() == Verdict.REFUSES)
                .map(BoundaryQuality::counted)
                .collect(Collectors.joining(", "));
        return new LoadRefusedException("%s: %s; faults: %s; all listed in %s; nothing was kept. Mend the file%s"
                .formatted(file, told(first.get(0)), faults, list, remedies()));
    }

    private String remedies() {
        boolean overlaps = counts.stream()
                .anyMatch(count ->
                        count.verdict() == Verdict.REFUSES && count.kind().equals("overlap"));
        boolean mendable = !has(Verdict.REPAIRED)
                && counts.stream()
                        .anyMatch(count -> count.kind().equals("geometry_invalid")
                                || count.kind().endsWith("sliver"));
        return (otherKeys.isEmpty()
                        ? ""
                        : "; each row has a value of its own in " + String.join(", ", otherKeys)
                                + ": one of these may be the --key")
                + (mendable ? "; --repair mends what is safe to mend" : "")
                + (overlaps
                        ? "; with --accept-overlaps, who lives in an overlap is counted in the area with the lower key"
                        : "");
    }

    private static String counted(Finding.Count count) {
        return count.squareMetres() >= 0.05
                ? "%d %s (%,.1f m²)".formatted(count.findings(), count.kind(), count.squareMetres())
                : count.findings() + " " + count.kind();
    }

    private static String told(Finding finding) {
        String row = finding.row() == null ? "" : "row %d, field '%s': ".formatted(finding.row(), finding.field());
        String place = finding.longitude() == null || finding.detail().contains(" at ")
                ? ""
                : String.format(Locale.ROOT, " at %.6f %.6f", finding.longitude(), finding.latitude());
        return row + finding.detail() + place + " (" + finding.kind() + ")";
    }
}
