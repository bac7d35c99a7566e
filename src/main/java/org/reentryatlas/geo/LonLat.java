package org.reentryatlas.geo;

/** A place in degrees on WGS 84. */
public record LonLat(double longitude, double latitude) {
    /** Mean radius of the earth in metres (IUGG, R1). */
    static final double RADIUS = 6_371_008.8;

    /** The grid of the degrees that are published: six decimals, which is a decimetre. */
    private static final double GRID = 1e6;

    /** The place on the grid of degrees that files write, so that whoever reads one has the very same place. */
    public LonLat rounded() {
        return new LonLat(Math.round(longitude * GRID) / GRID, Math.round(latitude * GRID) / GRID);
    }

    /** How far the other place is along the great circle, in metres; the earth is taken as a sphere, which errs by less than 0.6 %. */
    public double metresTo(LonLat other) {
        double phi = Math.toRadians(latitude);
        double otherPhi = Math.toRadians(other.latitude);
        double acrossHalf = Math.sin((otherPhi - phi) / 2);
        double alongHalf = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double chord = acrossHalf * acrossHalf + Math.cos(phi) * Math.cos(otherPhi) * alongHalf * alongHalf;
        return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
