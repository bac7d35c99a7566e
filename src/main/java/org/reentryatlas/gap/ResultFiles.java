package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run found, as files that anybody can download: {@code results.csv}, {@code potential.csv} and {@code account.csv}, and
 * {@code times.csv} where it was asked about times of the week: runs of before say nothing of them.
 */
final class ResultFiles {
    static final String RESULTS = "results.csv";
    static final String POTENTIAL = "potential.csv";
    static final String TIMES = "times.csv";
    static final String ACCOUNT = "account.csv";

    private ResultFiles() {}

    /** The files by name, in the order in which they are listed. */
    static Map<String, String> write(GapResult result) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                RESULTS,
                CsvText.write(
                        List.of(
                                "mode",
                                "category",
                                "level",
                                "area_key",
                                "demand_low",
                                "demand_high",
                                "nearest_s",
                                "third_s",
                                "within_15_low",
                                "within_15_high",
                                "within_30_low",
                                "within_30_high",
                                "within_2mi_low",
                                "within_2mi_high",
                                "access_low",
                                "access_high",
                                "gap_low",
                                "gap_high",
                                "rank"),
                        result.figures(),
                        ResultFiles::fields));
        files.put(
                POTENTIAL,
                CsvText.write(
                        List.of("category", "site", "people_low", "people_high"),
                        result.potentials(),
                        potential -> List.of(
                                potential.category(),
                                potential.site(),
                                CsvText.number(potential.people().low()),
                                CsvText.number(potential.people().high()))));
        if (!result.openFigures().isEmpty()) {
            files.put(TIMES, times(result.openFigures()));
        }
        files.put(
                ACCOUNT,
                CsvText.write(
                        List.of("mode", "category", "what", "value"),
                        result.account(),
                        entry -> List.of(entry.mode().code(), entry.category(), entry.what(), entry.value())));
        return files;
    }

    private static String times(List<OpenFigure> figures) {
        return CsvText.write(
                List.of(
                        "mode",
                        "category",
                        "level",
                        "area_key",
                        "time",
                        "sites_open",
                        "sites_hours_unknown",
                        "nearest_s",
                        "within_30_low",
                        "within_30_high"),
                figures,
                figure -> {
                    List<String> fields = new ArrayList<>(List.of(
                            figure.mode().code(),
                            figure.category(),
                            figure.area().level(),
                            figure.area().key(),
                            figure.at().code(),
                            Integer.toString(figure.open()),
                            Integer.toString(figure.unknown()),
                            CsvText.number(figure.nearest())));
                    add(fields, figure.within30());
                    return fields;
                });
    }

    private static List<String> fields(Figure figure) {
        List<String> fields = new ArrayList<>(List.of(
                figure.mode().code(),
                figure.category(),
                figure.area().level(),
                figure.area().key()));
        add(fields, figure.demand());
        fields.add(CsvText.number(figure.nearest()));
        fields.add(CsvText.number(figure.third()));
        add(fields, figure.within15());
        add(fields, figure.within30());
        add(fields, figure.within2mi());
        add(fields, figure.access());
        add(fields, figure.gap());
        fields.add(CsvText.number(figure.rank()));
        return fields;
    }

    private static void add(List<String> fields, Figure.@Nullable Span span) {
        fields.add(span == null ? "" : CsvText.number(span.low()));
        fields.add(span == null ? "" : CsvText.number(span.high()));
    }
}
