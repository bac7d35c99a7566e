package org.reentryatlas.cql2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties of a layer that filters may name. Immutable. */
public final class Queryables {
    private final Map<String, Queryable> byName;

    private Queryables(Map<String, Queryable> byName) {
        this.byName = byName;
    }

    /**
     * The properties that are given, of which one at most may be a geometry.
     *
     * @throws IllegalArgumentException if two have the same name, or more than one is a geometry, since
     *     {@link Filter#box} would not tell of which it speaks
     */
    public static Queryables of(List<Queryable> all) {
        Map<String, Queryable> byName = new LinkedHashMap<>();
        for (Queryable queryable : all) {
            if (byName.put(queryable.name(), queryable) != null) {
                throw new IllegalArgumentException("two queryables are called " + queryable.name());
            }
        }
        if (all.stream().filter(one -> one.type() == Type.GEOMETRY).count() > 1) {
            throw new IllegalArgumentException("more than one queryable is a geometry");
        }
        return new Queryables(byName);
    }

    Optional<Queryable> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
