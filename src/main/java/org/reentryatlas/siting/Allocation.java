package org.reentryatlas.siting;

/**
 * Weight of a demand that is served at a site.
 *
 * @param amount of weight, more than 0
 */
public record Allocation(int demand, int site, double amount) {}
