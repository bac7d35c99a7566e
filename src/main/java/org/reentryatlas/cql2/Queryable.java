package org.reentryatlas.cql2;

/**
 * A property that filters may name.
 *
 * @param name as filters write it, case and all
 * @param column where {@link Row#value} finds it
 */
public record Queryable(String name, int column, Type type) {}
