package org.reentryatlas.gap;

import java.util.List;
import org.reentryatlas.geo.LonLat;

/** Where a new site could be. */
public sealed interface Candidates {
    /** As a plan names it. */
    String code();

    /** The middles of homes that are near each other, where most are. */
    record Homes() implements Candidates {
        @Override
        public String code() {
            return "homes";
        }
    }

    /** Where the service directory has a site that does not offer the category yet. */
    record Directory() implements Candidates {
        @Override
        public String code() {
            return "directory";
        }
    }

    /** Places that somebody names, such as libraries and recreation centres. */
    record Places(List<Named> places) implements Candidates {
        public Places {
            places = List.copyOf(places);
        }

        @Override
        public String code() {
            return "places";
        }
    }

    /**
     * A place with a name.
     *
     * @param name empty where it has none
     */
    record Named(String name, LonLat place) {}
}
