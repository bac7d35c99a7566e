/**
 * Service gaps: who cannot reach what, and where one more site would help most. It reads what a release publishes, as anybody
 * downloads it, and open reference data; start at {@link org.reentryatlas.gap.GapService}.
 */
@NullMarked
package org.reentryatlas.gap;

import org.jspecify.annotations.NullMarked;
