package org.reentryatlas.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.cql2.Filter;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;

/**
 * Which features of a table a request asks for, in which order, and what of them. All that it can ask about are published
 * values, of which a hidden one is null, so that no question finds out what an answer would not say.
 *
 * @param table whose they are
 * @param columns positions of the properties to be sent
 * @param matched how many features match, of which the page is a part
 * @param page rows of the table
 * @param limit most rows of a page
 * @param offset how many of the matching ones come before the page
 */
record ItemQuery(FeatureTable table, List<Integer> columns, int matched, List<Integer> page, int limit, int offset) {
    ItemQuery {
        columns = List.copyOf(columns);
        page = List.copyOf(page);
    }

    private static final int USUAL_LIMIT = 1_000;

    /** All that is not the name of a column. */
    static final Set<String> PARAMETERS = Set.of(
            "limit",
            "offset",
            "bbox",
            "bbox-crs",
            "crs",
            "datetime",
            "f",
            "properties",
            "sortby",
            "simplified",
            "filter",
            "filter-lang",
            "filter-crs");

    /** The names that may be parameters of a table's features: those above, and its columns. */
    static Set<String> parametersOf(FeatureTable table) {
        Set<String> names = new LinkedHashSet<>(PARAMETERS);
        table.columns().forEach(column -> names.add(column.name()));
        return names;
    }

    /**
     * Reads a request.
     *
     * @param mostFeatures most features in one answer
     * @throws ProblemException if a parameter cannot be understood
     */
    static ItemQuery of(FeatureTable table, Parameters parameters, List<ServedCrs> served, int mostFeatures) {
        int limit = parameters.whole("limit", Math.min(USUAL_LIMIT, mostFeatures), 1, mostFeatures);
        int offset = parameters.whole("offset", 0, 0, Integer.MAX_VALUE);
        List<Integer> columns = columns(table, parameters);
        ServedCrs boxCrs = ServedCrs.of(parameters, "bbox-crs", served);
        @Nullable
        Shape region = parameters
                .text("bbox")
                .map(bbox -> Region.parse(bbox, boxCrs).shape())
                .orElse(null);
        List<IntPredicate> conditions = equalities(table, parameters);
        @Nullable Filter filter = ItemFilter.of(table, parameters, served);
        SortOrder order = SortOrder.of(table, parameters.text("sortby").orElse(""));
        if (region == null && filter == null && conditions.isEmpty() && order.isNatural()) {
            // Not even the rows of a large layer need to be listed.
            return of(table, columns, table.size(), row -> row, limit, offset);
        }
        IntStream candidates = IntStream.of(candidates(table, region, filter));
        for (IntPredicate condition : conditions) {
            candidates = candidates.filter(condition);
        }
        if (filter != null) {
            candidates = candidates.filter(row -> ItemFilter.keeps(filter, table, row));
        }
        int[] matching = order.sort(candidates.toArray());
        return of(table, columns, matching.length, at -> matching[at], limit, offset);
    }

    /** What an index finds, so that as few rows as may be are looked at one by one. */
    private static int[] candidates(FeatureTable table, @Nullable Shape region, @Nullable Filter filter) {
        if (region != null) {
            return table.touching(region);
        }
        return filter == null ? table.rows() : filter.box().map(table::near).orElseGet(table::rows);
    }

    private static ItemQuery of(
            FeatureTable table, List<Integer> columns, int matched, IntUnaryOperator row, int limit, int offset) {
        int end = (int) Math.min(matched, (long) offset + limit);
        List<Integer> page =
                IntStream.range(Math.min(offset, end), end).map(row).boxed().toList();
        return new ItemQuery(table, columns, matched, page, limit, offset);
    }

    private static List<Integer> columns(FeatureTable table, Parameters parameters) {
        List<Integer> all = IntStream.range(0, table.columns().size()).boxed().toList();
        if (parameters.text("properties").isEmpty()) {
            return all;
        }
        Set<Integer> chosen = new LinkedHashSet<>();
        for (String name : parameters.text("properties").get().split(",", -1)) {
            if (!name.isEmpty()) {
                chosen.add(column(table, "properties", name));
            }
        }
        // In the order of the table, as a reader of several answers expects.
        return all.stream().filter(chosen::contains).toList();
    }

    /**
     * The position of a column that a parameter names.
     *
     * @throws ProblemException if there is none
     */
    static int column(FeatureTable table, String parameter, String name) {
        Integer column = table.column(name);
        if (column == null) {
            throw ProblemException.badRequest(
                    "PROPERTY_UNKNOWN",
                    "Parameter '" + parameter + "' names a property that the collection does not have.",
                    "The properties are listed at the collection's /schema.");
        }
        return column;
    }

    /** A parameter that is the name of a property keeps what has that value. */
    private static List<IntPredicate> equalities(FeatureTable table, Parameters parameters) {
        Map<Integer, Object> wanted = new LinkedHashMap<>();
        for (int column = 0; column < table.columns().size(); column++) {
            Column described = table.columns().get(column);
            if (!PARAMETERS.contains(described.name())) {
                int position = column;
                parameters
                        .text(described.name())
                        .ifPresent(text -> wanted.put(position, PropertyValue.parse(described, text)));
            }
        }
        List<IntPredicate> conditions = new ArrayList<>();
        wanted.forEach((column, value) -> conditions.add(row -> isOrHas(table.value(row, column), value)));
        return conditions;
    }

    private static boolean isOrHas(@Nullable Object value, Object wanted) {
        return value instanceof List<?> several ? several.contains(wanted) : wanted.equals(value);
    }

    /** Where the next page begins, or null after the last. */
    @Nullable
    Integer next() {
        return !page.isEmpty() && offset + page.size() < matched ? (Integer) (offset + limit) : null;
    }

    /** Where the page before begins, or null before the first. */
    @Nullable
    Integer previous() {
        return offset > 0 ? (Integer) Math.max(0, offset - limit) : null;
    }
}
