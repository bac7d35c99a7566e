package org.reentryatlas.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.Answer;
import org.reentryatlas.http.OpenApi;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.Layer;

/** Features as pages for people. */
final class ItemPages {
    private final OgcPages pages;

    ItemPages(OgcPages pages) {
        this.pages = pages;
    }

    /**
     * A page of features as a table.
     *
     * @param url of the page that begins at an offset
     * @param path of the collection's features
     */
    Answer items(Layer layer, ItemQuery query, IntFunction<String> url, String path) {
        FeatureTable table = query.table();
        List<String> columns = new ArrayList<>(List.of("id"));
        query.columns()
                .forEach(column -> columns.add(table.columns().get(column).name()));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row : query.page()) {
            String href = path + "/" + OpenApi.encode(table.id(row)) + "?f=html";
            rows.add(Map.of(
                    "first",
                    Map.of("href", href, "text", table.id(row)),
                    "cells",
                    query.columns().stream()
                            .map(column -> text(table.value(row, column)))
                            .toList()));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", layer.title());
        body.put("numberMatched", query.matched());
        body.put("numberReturned", rows.size());
        body.put("next", page(query.next(), url));
        body.put("previous", page(query.previous(), url));
        body.put("columns", columns);
        body.put("rows", rows);
        return pages.page("items", url.apply(query.offset()), body);
    }

    /** As Mustache wants a thing that may be missing. */
    private static List<String> page(@Nullable Integer offset, IntFunction<String> url) {
        return Stream.ofNullable(offset)
                .map(there -> Links.in(url.apply(there), "html"))
                .toList();
    }

    /** A feature with all that is published of it. */
    Answer item(Layer layer, FeatureTable table, int row, String self) {
        List<Map<String, String>> properties = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            properties.add(Map.of("name", table.columns().get(column).name(), "value", text(table.value(row, column))));
        }
        Integer name = table.column("name");
        Object called = name == null ? null : table.value(row, name);
        return pages.page(
                "item",
                self,
                Map.of(
                        "title",
                        called == null ? table.id(row) : called,
                        "collection",
                        OgcRoutes.ROOT + "/collections/" + layer.id() + "/items?f=html",
                        "collectionTitle",
                        layer.title(),
                        "properties",
                        properties));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> several) {
            return String.join(", ", several.stream().map(Object::toString).toList());
        }
        return value == null ? "–" : value.toString();
    }
}
