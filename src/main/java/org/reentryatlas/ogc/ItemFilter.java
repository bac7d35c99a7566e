package org.reentryatlas.ogc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.cql2.Cql2;
import org.reentryatlas.cql2.Cql2Exception;
import org.reentryatlas.cql2.Filter;
import org.reentryatlas.cql2.Queryable;
import org.reentryatlas.cql2.Queryables;
import org.reentryatlas.cql2.Type;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;

/**
 * The filter of a request in CQL2 (OGC API – Features, Part 3). It sees what is published and nothing else: a number that is
 * hidden is null, and what is asked of null is neither true nor false, so that no filter finds out what a map hides.
 */
final class ItemFilter {
    /** The name of the geometry, as the queryables have it. */
    static final String GEOMETRY = "geometry";

    private ItemFilter() {}

    /**
     * The filter, or null if the request has none.
     *
     * @throws ProblemException if it cannot be understood
     */
    static @Nullable Filter of(FeatureTable table, Parameters parameters, List<ServedCrs> served) {
        String language = parameters.text("filter-lang").orElse("cql2-text");
        ServedCrs crs = ServedCrs.of(parameters, "filter-crs", served);
        String text = parameters.text("filter").orElse(null);
        if (!List.of("cql2-text", "cql2-json").contains(language)) {
            throw ProblemException.badRequest(
                    "FILTER_LANG_UNKNOWN",
                    "Parameter 'filter-lang' names a language that is not understood.",
                    "The languages are cql2-text and cql2-json.");
        }
        if (text == null) {
            return null;
        }
        try {
            return language.equals("cql2-text")
                    ? Cql2.parseText(text, queryables(table), crs.crs(), crs.isNorthFirst())
                    : Cql2.parseJson(text, queryables(table), crs.crs(), crs.isNorthFirst());
        } catch (Cql2Exception e) {
            throw ProblemException.badRequest(
                    "FILTER_INVALID",
                    "Parameter 'filter' cannot be understood: " + e.getMessage(),
                    "For example filter=people > 100 AND need_housing_status = 'shown', escaped for a URL; the properties are"
                            + " listed at the collection's /queryables.");
        }
    }

    /** Every column, and behind them the geometry. */
    private static Queryables queryables(FeatureTable table) {
        List<Queryable> queryables = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            Column described = table.columns().get(column);
            queryables.add(new Queryable(described.name(), column, type(described.type())));
        }
        queryables.add(new Queryable(GEOMETRY, queryables.size(), Type.GEOMETRY));
        return Queryables.of(queryables);
    }

    private static Type type(Column.Type type) {
        return switch (type) {
            case TEXT -> Type.TEXT;
            case INTEGER, NUMBER -> Type.NUMBER;
            case BOOLEAN -> Type.BOOLEAN;
            case DATE -> Type.DATE;
            case TEXTS -> Type.TEXTS;
        };
    }

    /** Whether a filter keeps a row of the table. */
    static boolean keeps(Filter filter, FeatureTable table, int row) {
        return filter.keeps(column -> column < table.columns().size() ? table.value(row, column) : table.shape(row));
    }
}
