package org.reentryatlas.presence;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * What was done in some months.
 *
 * @param all in any area: what was in two of them counts once
 * @param areas by key: all that hold today, and those of older boundaries that anything was done in
 */
record Measures(Months months, Row all, List<Row> areas) {
    /** In place of the key of an area; none is empty. */
    static final String ALL = "";

    Measures {
        areas = List.copyOf(areas);
    }

    /**
     * An area.
     *
     * @param beat empty for one of older boundaries, and for all together
     * @param measures whose values whoever asks may read
     * @param values by month and then as the measures are ordered
     */
    record Row(String key, Optional<Beat> beat, List<Measure> measures, List<List<Double>> values) {
        Row {
            measures = List.copyOf(measures);
            values = values.stream().map(List::copyOf).toList();
        }

        /** Of all months together; null for a measure that is not for whoever asks. */
        @Nullable
        Double total(Measure measure) {
            int at = measures.indexOf(measure);
            return at < 0
                    ? null
                    : Double.valueOf(
                            values.stream().mapToDouble(month -> month.get(at)).sum());
        }

        /** Of one of the months; null for a measure that is not for whoever asks. */
        @Nullable
        Double value(int month, Measure measure) {
            int at = measures.indexOf(measure);
            return at < 0 ? null : values.get(month).get(at);
        }
    }

    /** Who reads which measures where. */
    interface Reader {
        /** Those of an area, or of all together. */
        List<Measure> measures(String key);
    }

    /**
     * Joins what was counted with the areas that there are, in most of which nothing may have been done.
     *
     * @param counted as {@link MeasureStore#count} has it
     */
    static Measures of(
            Months months, List<Beat> beats, Map<String, Map<YearMonth, Map<Measure, Double>>> counted, Reader reader) {
        TreeSet<String> keys = new TreeSet<>(counted.keySet());
        beats.forEach(beat -> keys.add(beat.key()));
        keys.remove(ALL);
        List<Row> areas = new ArrayList<>();
        for (String key : keys) {
            Optional<Beat> beat =
                    beats.stream().filter(each -> each.key().equals(key)).findFirst();
            areas.add(row(key, beat, months, counted, reader));
        }
        areas.sort(Comparator.comparing(Row::key));
        return new Measures(months, row(ALL, Optional.empty(), months, counted, reader), areas);
    }

    private static Row row(
            String key,
            Optional<Beat> beat,
            Months months,
            Map<String, Map<YearMonth, Map<Measure, Double>>> counted,
            Reader reader) {
        List<Measure> measures = reader.measures(key);
        Map<YearMonth, Map<Measure, Double>> known = counted.getOrDefault(key, Map.of());
        return new Row(
                key,
                beat,
                measures,
                months.all().stream()
                        .map(month -> values(known.getOrDefault(month, Map.of()), measures))
                        .toList());
    }

    private static List<Double> values(Map<Measure, Double> known, List<Measure> measures) {
        return measures.stream()
                .map(measure -> requireNonNull(known.getOrDefault(measure, 0.0)))
                .toList();
    }

    /** The measures that anybody reads anywhere in it. */
    List<Measure> measures() {
        return Stream.concat(Stream.of(all), areas.stream())
                .flatMap(row -> row.measures().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
