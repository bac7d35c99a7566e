package org.reentryatlas.geo;

/** A place in degrees on WGS 84. */
public record LonLat(double longitude, double latitude) {}
