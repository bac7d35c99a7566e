package org.reentryatlas.supervision;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an agency states about where a person lives; only the first three have an address that is used. */
public enum Residence {
    RESIDENCE,
    HALFWAY_HOUSE,
    SHELTER,
    NO_FIXED_ADDRESS,
    CORRECTIONAL_FACILITY,
    PO_BOX,
    OUT_OF_JURISDICTION,
    UNKNOWN;

    private static final Map<String, Residence> WORDS = words();

    /** The code, such as {@code no_fixed_address}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the person lives at an address that can be on the map. */
    public boolean isPlaced() {
        return this == RESIDENCE || this == HALFWAY_HOUSE || this == SHELTER;
    }

    /** The kind that an agency's word means, or null; an empty word means {@link #RESIDENCE}. */
    public static @Nullable Residence find(String word) {
        return word.isEmpty()
                ? RESIDENCE
                : WORDS.get(word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_"));
    }

    private static Map<String, Residence> words() {
        Map<String, Residence> words = new TreeMap<>();
        for (Residence residence : values()) {
            words.put(residence.code(), residence);
        }
        words.put("home", RESIDENCE);
        words.put("private", RESIDENCE);
        words.put("group_quarters", HALFWAY_HOUSE);
        words.put("homeless", NO_FIXED_ADDRESS);
        words.put("transient", NO_FIXED_ADDRESS);
        words.put("jail", CORRECTIONAL_FACILITY);
        words.put("prison", CORRECTIONAL_FACILITY);
        words.put("out_of_area", OUT_OF_JURISDICTION);
        return words;
    }
}
