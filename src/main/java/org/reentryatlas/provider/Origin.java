package org.reentryatlas.provider;

/**
 * Where a record was found.
 *
 * @param unit number of what is kept or rejected as one: the row of a table with all records that it makes
 * @param file the file of a package; empty where there is only one
 * @param row number of the row or top-level object in that file, from 1
 */
public record Origin(long unit, String file, long row) {}
