/**
 * Statistical disclosure control, as pure mathematics: which cells are too small to show, which others must be hidden so
 * that nobody can work those out, and an attacker that tries. {@link org.reentryatlas.protect.Protection} is the public
 * face; it takes true counts and answers what may be published.
 */
@NullMarked
package org.reentryatlas.protect;

import org.jspecify.annotations.NullMarked;
