package org.reentryatlas.protect;

import java.util.Map;

/**
 * What an attacker must still think possible: that a weighted sum of atoms reaches some number.
 *
 * @param cell index of the cell that is being protected
 * @param coefficients of the sum, by atom
 * @param atLeast the number that its upper bound must reach
 */
record Demand(Attack attack, int cell, Map<Integer, Integer> coefficients, double atLeast) {
    Demand {
        coefficients = Map.copyOf(coefficients);
    }
}
