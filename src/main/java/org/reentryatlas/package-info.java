/** Reentry Atlas: aggregated, protected maps for reentry. ARCHITECTURE.md shows the rooms. */
@NullMarked
package org.reentryatlas;

import org.jspecify.annotations.NullMarked;
