package org.reentryatlas.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;

/**
 * A place that people are sent to: a corner, a recreation centre.
 *
 * @param lon degrees on WGS 84
 * @param lat degrees on WGS 84
 */
record Place(String name, double lon, double lat) {
    static final int LONGEST_NAME = 120;

    Place(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty(value = "lon", required = true) double lon,
            @JsonProperty(value = "lat", required = true) double lat) {
        this.name = name == null ? "" : name.strip();
        this.lon = lon;
        this.lat = lat;
    }

    void check(Faults faults, String field) {
        faults.requireText(field + ".name", name, LONGEST_NAME);
        faults.require(Double.isFinite(lon) && Math.abs(lon) <= 180, field + ".lon", "is no longitude");
        faults.require(Double.isFinite(lat) && Math.abs(lat) <= 90, field + ".lat", "is no latitude");
    }

    LonLat position() {
        return new LonLat(lon, lat);
    }
}
