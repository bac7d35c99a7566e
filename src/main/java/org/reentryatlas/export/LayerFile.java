package org.reentryatlas.export;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.layer.Layer;

/**
 * What a file holds, as its name tells. A release has others beside these, which it is audited by.
 *
 * @param layer the identifier of a layer, or {@link #WHOLE}
 * @param format null for the zip file of the whole release
 */
record LayerFile(String layer, @Nullable Format format) {
    /** What the files of the whole release are called, before the ending. */
    static final String WHOLE = "release";

    static final String ZIP = WHOLE + ".zip";

    private static final Set<Format> OF_WHOLE = Set.of(Format.GEOPACKAGE, Format.XLSX);

    /** What the file of a name holds; empty if no layer and no whole release has a file that is called so. */
    static Optional<LayerFile> of(String name) {
        return name.equals(ZIP)
                ? Optional.of(new LayerFile(WHOLE, null))
                : Format.ofFile(name)
                        .map(format -> new LayerFile(format.layerOf(name), format))
                        .filter(LayerFile::isMade);
    }

    private boolean isMade() {
        return isWhole() ? OF_WHOLE.contains(format) : Layer.isId(layer);
    }

    /** Whether it has a place for what is to be known of it. */
    boolean saysWhatItIs() {
        return format == null || format.saysWhatItIs();
    }

    /** Its format's parameter. */
    String formatName() {
        return format == null ? "zip" : format.parameter();
    }

    /** Whether it holds every layer of a release. */
    boolean isWhole() {
        return layer.equals(WHOLE);
    }
}
