/**
 * The attack from outside: reads what anybody can download of a release, and nothing else, and tries to work out a number
 * that is hidden. Sees no database.
 */
@NullMarked
package org.reentryatlas.attack;

import org.jspecify.annotations.NullMarked;
