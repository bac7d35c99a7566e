package org.reentryatlas.basemap;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;

/** How a kind of words is written, in pixels of an ordinary screen. The face is what the machine has without serifs. */
enum Lettering {
    WATER(Font.ITALIC, 12),
    PARK(Font.PLAIN, 11),
    BROAD_STREET(Font.PLAIN, 11),
    STREET(Font.PLAIN, 10),
    AREA(Font.BOLD, 13),
    MARK(Font.BOLD, 11);

    /** Letters as lines, which do not depend on the dots of the picture. */
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** Room above and below the letters, as a share of their size. */
    private static final double LEADING = 1.3;

    @SuppressWarnings("ImmutableEnumChecker") // a font is, without saying so
    private final Font font;

    Lettering(int style, int size) {
        this.font = new Font(Font.SANS_SERIF, style, size);
    }

    static Lettering of(StreetClass kind) {
        return switch (kind) {
            case PATH, LOCAL -> STREET;
            case COLLECTOR, ARTERIAL, HIGHWAY -> BROAD_STREET;
        };
    }

    double width(String text) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    double height() {
        return font.getSize2D() * LEADING;
    }

    /** The outline of the letters, with the middle of the words at (0, 0) and y downwards. */
    Shape outline(String text) {
        // Of small letters and capitals alike, so that all words stand on one line.
        double middle = font.getSize2D() * 0.36;
        return font.createGlyphVector(CONTEXT, text).getOutline((float) (-width(text) / 2), (float) middle);
    }
}
