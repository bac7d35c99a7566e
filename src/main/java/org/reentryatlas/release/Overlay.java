package org.reentryatlas.release;

/**
 * What laying the layers over each other gave.
 *
 * @param atoms pieces in which somebody can live
 * @param slivers pieces in which nobody is known to live
 * @param squareMetres the ground of these
 * @param moved people who were found in such a piece and are counted in the nearest atom of their beat
 */
public record Overlay(long atoms, long slivers, double squareMetres, long moved) {
    Overlay withMoved(long people) {
        return new Overlay(atoms, slivers, squareMetres, people);
    }
}
