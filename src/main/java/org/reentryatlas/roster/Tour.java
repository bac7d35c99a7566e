package org.reentryatlas.roster;

/**
 * A tour.
 *
 * @param area its key
 * @param slot its id
 * @param supervision the code of the officer who leads
 * @param police the code of the officer who accompanies
 */
public record Tour(String area, String slot, String supervision, String police) {}
