package org.reentryatlas.basemap;

import java.awt.Color;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The colours of a map: for a light page, for a dark one, and for paper without colour. */
public enum Palette {
    LIGHT(
            0xf4f5f2, 0xa9cbe0, 0xcfe3c4, 0xffffff, 0xa3adb3, 0x14222c, 0x2f3a41, 0x1f4d6b, 0x2f5a2a, 0xffffff,
            0x6f6a5e, 0xa3adb3),
    DARK(
            0x12191e, 0x1d3f57, 0x1c3325, 0x5a6871, 0x0a0f12, 0xf0f5f8, 0xd5dde2, 0x9cc9e8, 0xa5cf9f, 0x0a0f12,
            0x8f897b, 0x414c54),
    /** Grey alone, with water darker than parks, so that a copy still tells them apart. */
    PRINT(
            0xffffff, 0xc4c4c4, 0xe9e9e9, 0xffffff, 0x8a8a8a, 0x000000, 0x000000, 0x000000, 0x000000, 0xffffff,
            0x555555, 0x8a8a8a);

    private final Color ground;
    private final Color water;
    private final Color park;
    private final Color street;
    private final Color casing;
    private final Color outline;
    private final Color streetName;
    private final Color waterName;
    private final Color parkName;
    private final Color halo;
    private final Color pattern;
    private final Color thinStreet;

    Palette(
            int ground,
            int water,
            int park,
            int street,
            int casing,
            int outline,
            int streetName,
            int waterName,
            int parkName,
            int halo,
            int pattern,
            int thinStreet) {
        this.ground = new Color(ground);
        this.water = new Color(water);
        this.park = new Color(park);
        this.street = new Color(street);
        this.casing = new Color(casing);
        this.outline = new Color(outline);
        this.streetName = new Color(streetName);
        this.waterName = new Color(waterName);
        this.parkName = new Color(parkName);
        this.halo = new Color(halo);
        this.pattern = new Color(pattern);
        this.thinStreet = new Color(thinStreet);
    }

    /** The palette with a name such as {@code light}. */
    public static Optional<Palette> named(String name) {
        return Stream.of(values())
                .filter(palette -> palette.code().equals(name))
                .findFirst();
    }

    /** As paths have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where nothing is. */
    public Color ground() {
        return ground;
    }

    public Color water() {
        return water;
    }

    public Color park() {
        return park;
    }

    public Color street() {
        return street;
    }

    /** The edges of streets. */
    public Color casing() {
        return casing;
    }

    /** Lines and texts that must be seen above everything. */
    public Color outline() {
        return outline;
    }

    /** Around texts and strong lines. */
    public Color halo() {
        return halo;
    }

    /** Streets too thin to have edges. */
    Color thinStreet() {
        return thinStreet;
    }

    /** The lines of patterns that stand for no number. */
    Color pattern() {
        return pattern;
    }

    Color streetName() {
        return streetName;
    }

    Color waterName() {
        return waterName;
    }

    Color parkName() {
        return parkName;
    }
}
