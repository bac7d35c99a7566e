package org.reentryatlas.layer;

import java.util.List;

/**
 * Features as GeoJSON objects, ready to be put into an answer.
 *
 * @param matched how many the request matches, of which {@code features} is a page
 */
record Features(long matched, List<String> features) {
    Features {
        features = List.copyOf(features);
    }
}
