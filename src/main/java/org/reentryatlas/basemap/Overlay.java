package org.reentryatlas.basemap;

import java.awt.Color;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Shape;

/** Something painted above the ground, in longitudes and latitudes on WGS 84. */
public sealed interface Overlay {
    /** An area filled with a colour or a pattern, and a thin line around it; streets and names stay above it. */
    record Area(Shape shape, Fill fill) implements Overlay {}

    /** A strong line around an area, with a halo, so that it stands out in black and white. */
    record Outline(Shape shape) implements Overlay {}

    /** The same, but broken, for what is less. */
    record BrokenOutline(Shape shape) implements Overlay {}

    /** Words in the middle of an area, where they have room; left out where they have none. */
    record Label(Shape area, String text) implements Overlay {}

    /** A round sign with a number or a letter at a place; where places are near, signs lie over each other. */
    record Mark(LonLat place, String text) implements Overlay {}

    /** How an area is filled. */
    sealed interface Fill {
        /**
         * One colour.
         *
         * @param opacity 0 for none to 1, at which nothing of the ground is seen
         */
        record Solid(Color color, double opacity) implements Fill {}

        /** What stands for no number; each looks as the legend of the page shows it. */
        record Pattern(Meaning meaning) implements Fill {}
    }

    /** Why an area shows no number. */
    enum Meaning {
        /** Hidden to protect people: hatched. */
        HIDDEN,
        /** Nobody: dotted. */
        ZERO,
        /** Not known: dashes. */
        NO_DATA
    }
}
