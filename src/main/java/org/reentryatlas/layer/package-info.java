/**
 * Published layers for everybody: the numbers of a release joined to their areas, and the service directory, by OGC API –
 * Features and for our own map. It reads schema {@code published} and open reference data and nothing else; see
 * {@link org.reentryatlas.layer.LayerStore}.
 */
@NullMarked
package org.reentryatlas.layer;

import org.jspecify.annotations.NullMarked;
