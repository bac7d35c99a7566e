/**
 * Layers in the formats that people use, and what a release published as bytes, handed out as it is, with the ledger that
 * vouches for it. It reads schema {@code published} and open reference data; start at {@link
 * org.reentryatlas.export.ReleaseExports} and {@link org.reentryatlas.export.LayerRoutes}.
 */
@NullMarked
package org.reentryatlas.export;

import org.jspecify.annotations.NullMarked;
