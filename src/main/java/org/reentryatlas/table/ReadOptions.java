package org.reentryatlas.table;

import org.jspecify.annotations.Nullable;

/**
 * What a user may say about how a file is read; what is null is found in the file itself.
 *
 * @param layer name of one layer of a file that holds several
 * @param encoding character set of its text, such as {@code windows-1252}
 * @param delimiter what separates the values of a CSV file
 */
public record ReadOptions(
        @Nullable String layer,
        @Nullable String encoding,
        @Nullable Character delimiter) {
    /** Nothing is said: all is found in the file. */
    public static final ReadOptions FOUND = new ReadOptions(null, null, null);
}
