package org.reentryatlas.geo;

/** A file that is not a GeoJSON feature collection. The message is for the user and does not name the file. */
public final class GeoJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GeoJsonException(String message) {
        super(message);
    }
}
