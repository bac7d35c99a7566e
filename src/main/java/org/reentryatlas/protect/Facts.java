package org.reentryatlas.protect;

import java.util.OptionalInt;

/**
 * What is true of a cell, seen by the defender alone.
 *
 * @param count people
 * @param addresses distinct addresses behind them
 * @param largestAddress people at the address that holds most, group quarters left aside
 * @param groupQuarters people at registered group quarters
 * @param others people of the same area that the cell leaves out; empty where the cell takes in all of them
 */
public record Facts(int count, int addresses, int largestAddress, int groupQuarters, OptionalInt others) {
    public Facts {
        if (count < 0 || largestAddress < 0 || groupQuarters < 0 || largestAddress + groupQuarters > count) {
            throw new IllegalArgumentException("these facts cannot all be true of one cell");
        }
    }

    /**
     * The count that must reach k: what is left when an insider at the largest address, and the headcounts of group
     * quarters, which are assumed to be known, are taken off.
     */
    int effectiveCount() {
        return count - largestAddress - groupQuarters;
    }
}
