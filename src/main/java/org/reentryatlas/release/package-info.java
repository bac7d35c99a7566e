/**
 * The door. {@link org.reentryatlas.release.ReleaseService} joins people to areas in PostGIS, has the result protected
 * and audited, and publishes it whole or not at all. With {@code supervision} the only room whose SQL may name schema
 * {@code supervision}; whatever is published leaves through here.
 */
@NullMarked
package org.reentryatlas.release;

import org.jspecify.annotations.NullMarked;
