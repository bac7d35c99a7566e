package org.reentryatlas.address;

/**
 * How answers compare with points that are known to be right; only rows whose right point is in the reference count.
 *
 * @param sameId matched to the very point
 * @param twin matched to another point with the very same address in standard form
 * @param wrong matched to any other place
 */
public record Trial(long known, long matched, long sameId, long twin, long wrong, long ambiguous, long notFound) {}
