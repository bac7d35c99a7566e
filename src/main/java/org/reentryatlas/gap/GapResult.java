package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.reentryatlas.travel.Mode;

/**
 * What a run found.
 *
 * @param figures by mode, category, level and area
 * @param openFigures by mode, category, time, level and area; none where the run is asked about no times
 * @param potentials of sites, by category
 * @param account what counted and what did not
 * @param top the level above the police's own areas, which is the whole
 */
record GapResult(
        List<Figure> figures,
        List<OpenFigure> openFigures,
        List<Potential> potentials,
        List<Entry> account,
        String top) {
    GapResult {
        figures = List.copyOf(figures);
        openFigures = List.copyOf(openFigures);
        potentials = List.copyOf(potentials);
        account = List.copyOf(account);
    }

    /**
     * A line of the account.
     *
     * @param category empty where it is about all
     * @param what in the words of the file
     */
    record Entry(Mode mode, String category, String what, String value) {}

    /** What was found, in lines: how ways were found, and the gap of the whole by category. */
    List<String> summary() {
        List<String> lines = new ArrayList<>();
        for (Mode mode : account.stream().map(Entry::mode).distinct().toList()) {
            lines.add(account.stream()
                    .filter(entry -> entry.mode() == mode && entry.category().isEmpty())
                    .map(entry -> entry.what() + ": " + entry.value())
                    .collect(Collectors.joining(", ", mode.code() + ": ", "")));
            figures.stream()
                    .filter(figure ->
                            figure.mode() == mode && figure.area().level().equals(top))
                    .map(figure -> "  %s: %s to %s of %s to %s people go without"
                            .formatted(
                                    figure.category(),
                                    figure.gap().low(),
                                    figure.gap().high(),
                                    figure.demand().low(),
                                    figure.demand().high()))
                    .forEach(lines::add);
        }
        return lines;
    }
}
