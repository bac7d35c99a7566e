/**
 * Published layers for everybody, in memory: the numbers of a release joined to their areas, and the service directory. It
 * reads schema {@code published} and open reference data and nothing else; start at {@link org.reentryatlas.layer.Catalogue}.
 */
@NullMarked
package org.reentryatlas.layer;

import org.jspecify.annotations.NullMarked;
