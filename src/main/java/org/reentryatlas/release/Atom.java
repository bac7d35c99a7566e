package org.reentryatlas.release;

import java.util.List;

/**
 * A smallest piece of ground that any layer tells apart and in which somebody can live: every published number is a sum
 * over such pieces.
 *
 * @param no its number in this release, from 1 on in the order of the keys
 * @param areas the base areas that it lies in, one of each layer that has an area there
 */
record Atom(long no, List<Long> areas) {
    Atom {
        areas = List.copyOf(areas);
    }
}
