package org.reentryatlas.basemap;

import java.util.ArrayList;
import java.util.List;

/**
 * A name and where it is written.
 *
 * @param x of its middle in Web Mercator
 * @param y of its middle in Web Mercator
 * @param angle against the east, in radians, turning to the north
 * @param width in pixels
 */
record PlacedName(String text, Lettering lettering, double x, double y, double angle, double width) {
    /** What it covers, in pixels of this size: discs along it. */
    List<Room.Disc> discs(double metresPerPixel) {
        double radius = lettering.height() / 2;
        double reach = Math.max(0, width / 2 - radius);
        int count = 1 + (int) Math.ceil(2 * reach / radius);
        List<Room.Disc> discs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double along = count == 1 ? 0 : -reach + 2 * reach * i / (count - 1);
            discs.add(new Room.Disc(
                    x / metresPerPixel + Math.cos(angle) * along,
                    y / metresPerPixel + Math.sin(angle) * along,
                    radius));
        }
        return discs;
    }
}
