package org.reentryatlas.ogc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;

/**
 * In which order features come: that of the table, or by published values first. What is hidden comes last whichever way,
 * among its like in the order of the table, so that its place says nothing of it.
 */
final class SortOrder {
    private static final int MOST_KEYS = 10;

    private final List<Comparator<Integer>> keys;

    private SortOrder(List<Comparator<Integer>> keys) {
        this.keys = keys;
    }

    /**
     * Reads {@code sortby}: names of properties, each after {@code -} for the largest first, or after {@code +} or nothing.
     *
     * @throws ProblemException if one is no property, or cannot be sorted by
     */
    static SortOrder of(FeatureTable table, String sortby) {
        List<Comparator<Integer>> keys = new ArrayList<>();
        if (!sortby.isEmpty()) {
            for (String key : sortby.split(",", -1)) {
                keys.add(key(table, key));
            }
        }
        if (keys.size() > MOST_KEYS) {
            throw invalid("names more than " + MOST_KEYS + " properties");
        }
        return new SortOrder(keys);
    }

    private static Comparator<Integer> key(FeatureTable table, String key) {
        boolean isDown = key.startsWith("-");
        // A plus sign that is not escaped arrives as a space.
        String name = isDown || key.startsWith("+") || key.startsWith(" ") ? key.substring(1) : key;
        int column = ItemQuery.column(table, "sortby", name);
        if (table.columns().get(column).type() == Column.Type.TEXTS) {
            throw invalid("names a property of several values");
        }
        Comparator<Object> rising = SortOrder::compare;
        Comparator<@Nullable Object> orNone = Comparator.nullsLast(isDown ? rising.reversed() : rising);
        return (one, other) -> orNone.compare(table.value(one, column), table.value(other, column));
    }

    /** Values of one column are of one type, each comparable with itself. */
    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    boolean isNatural() {
        return keys.isEmpty();
    }

    /** The rows, which come in the order of the table, in this one. */
    int[] sort(int[] rows) {
        if (isNatural()) {
            return rows;
        }
        Comparator<Integer> order =
                keys.stream().reduce(Comparator::thenComparing).orElseThrow();
        return IntStream.of(rows)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static ProblemException invalid(String what) {
        return ProblemException.badRequest(
                "SORTBY_INVALID",
                "Parameter 'sortby' " + what + ".",
                "For example sortby=name or sortby=-people,name.");
    }
}
