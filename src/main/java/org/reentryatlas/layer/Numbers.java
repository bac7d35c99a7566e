package org.reentryatlas.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is public about an area, and what follows from it. Rates and quotients are made of published counts and census
 * data alone, so they tell nothing that these do not tell.
 *
 * @param counts by code of measure, in the order of the measures
 * @param bands by code of measure, of which neither rates nor quotients are made
 * @param residents null where nobody states them
 */
record Numbers(
        Map<String, Count> counts,
        Map<String, Band> bands,
        @Nullable Residents residents) {
    /** The measure of everybody; the others are needs. */
    static final String PEOPLE = "people";
    /** Rates are per so many residents. */
    static final int RATE_BASE = 1_000;

    static final Numbers NONE = new Numbers(Map.of(), Map.of(), null);

    Numbers {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        bands = Collections.unmodifiableMap(new LinkedHashMap<>(bands));
    }

    /** The count of a measure per 1,000 residents of every age. */
    Figure rate(String measure) {
        return Share.ofResidents(this, measure).per(RATE_BASE);
    }

    /**
     * How many times as common as in the whole jurisdiction a measure is: people among residents, a need among people. The
     * location quotient (P. Sargant Florence, "Investment, Location, and Size of Plant", 1948).
     *
     * @param whole the numbers of the whole jurisdiction in the same release
     */
    Figure quotient(String measure, Numbers whole) {
        return measure.equals(PEOPLE)
                ? Share.ofResidents(this, measure).by(Share.ofResidents(whole, measure))
                : Share.ofPeople(this, measure).by(Share.ofPeople(whole, measure));
    }

    /** As properties of a feature. */
    Map<String, @Nullable Object> properties(Numbers whole) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("residents", residents == null ? null : residents.number());
        properties.put("residents_method", residents == null ? null : residents.method());
        properties.put("residents_source", residents == null ? null : residents.source());
        properties.put("residents_source_from", residents == null ? null : residents.from());
        counts.forEach((measure, count) -> {
            Figure rate = rate(measure);
            Figure quotient = quotient(measure, whole);
            properties.put(measure, count.value());
            properties.put(measure + "_status", count.status());
            properties.put(measure + "_unstable", count.unstable());
            properties.put(measure + "_rate", rate.value());
            properties.put(measure + "_rate_status", rate.status());
            properties.put(measure + "_quotient", quotient.value());
            properties.put(measure + "_quotient_status", quotient.status());
        });
        bands.forEach((measure, band) -> {
            properties.put(measure, band.value());
            properties.put(measure + "_status", band.status());
            properties.put(measure + "_low", band.low());
            properties.put(measure + "_high", band.high());
        });
        return properties;
    }
}
