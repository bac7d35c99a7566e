package org.reentryatlas.outreach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.reentryatlas.upkeep.Priority;
import org.reentryatlas.upkeep.Priority.Component;
import org.reentryatlas.upkeep.Priority.Ranked;

import static java.util.Objects.requireNonNull;

/**
 * Places by how urgent a clean-up is there.
 *
 * @param scales of each part, by how much it is above its zero, the value that counts as 1; 0 where none is above
 * @param rows the most urgent first
 */
record Urgency<T>(Map<UrgencyPart, Double> weights, Map<UrgencyPart, Double> scales, List<Row<T>> rows) {
    private static final List<UrgencyPart> PARTS = List.of(UrgencyPart.values());

    Urgency {
        weights = Map.copyOf(weights);
        scales = Map.copyOf(scales);
        rows = List.copyOf(rows);
    }

    /**
     * A place.
     *
     * @param values of each part; NaN where it is not known
     */
    record Row<T>(T place, List<Double> values, Ranked ranked) {
        Row {
            values = List.copyOf(values);
        }
    }

    /** Ranks places; at least one weight is above 0. */
    static <T> Urgency<T> of(
            List<T> places,
            Function<T, String> key,
            ToDoubleBiFunction<UrgencyPart, T> value,
            Map<UrgencyPart, Double> weights) {
        Map<String, Row<T>> known = new HashMap<>();
        List<Priority.Place> measured = new ArrayList<>();
        Ranked none = new Ranked(0, "", 0, List.of());
        for (T place : places) {
            List<Double> values =
                    PARTS.stream().map(part -> value.applyAsDouble(part, place)).toList();
            known.put(key.apply(place), new Row<>(place, values, none));
            measured.add(new Priority.Place(key.apply(place), aboveZero(values)));
        }
        List<Row<T>> rows = Priority.rank(components(weights), measured).stream()
                .map(ranked -> {
                    Row<T> row = requireNonNull(known.get(ranked.key()));
                    return new Row<>(row.place(), row.values(), ranked);
                })
                .toList();
        return new Urgency<>(weights, Priority.scales(PARTS, measured), rows);
    }

    private static List<Double> aboveZero(List<Double> values) {
        return IntStream.range(0, PARTS.size())
                .mapToObj(i -> values.get(i) - PARTS.get(i).zero())
                .toList();
    }

    private static List<Component> components(Map<UrgencyPart, Double> weights) {
        return PARTS.stream()
                .map(part -> new Component(part.code(), weights.getOrDefault(part, part.weight()), part.unknown()))
                .toList();
    }
}
