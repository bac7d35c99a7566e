package org.reentryatlas.release;

import java.util.OptionalInt;

/**
 * What is counted.
 *
 * @param bandWidth how many counts share one published number where it is published as a band; empty where it is a count
 */
record Measure(String code, OptionalInt bandWidth) {
    boolean isPeople() {
        return code.equals(AreaTable.PEOPLE);
    }
}
