package org.reentryatlas.roster;

/**
 * What an officer has to do.
 *
 * @param officer the code
 * @param tours in the period
 * @param capacity the most tours that slots and limit of the officer allow, whatever others do
 */
public record Load(String officer, Agency agency, int tours, int capacity) {
    /** Tours by capacity, 0 to 1; 0 where there is no capacity. */
    public double share() {
        return capacity == 0 ? 0 : (double) tours / capacity;
    }
}
