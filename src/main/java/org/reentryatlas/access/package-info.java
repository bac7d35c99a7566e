/**
 * How well people reach services, as pure mathematics: costs of ways, floating catchments, gaps between demand and supply,
 * inequality and hot spots. {@link org.reentryatlas.access.CostTable}, {@link org.reentryatlas.access.Decay} and
 * {@link org.reentryatlas.access.Weights} say who reaches what, and {@link org.reentryatlas.access.Catchments},
 * {@link org.reentryatlas.access.Closest} and {@link org.reentryatlas.access.Gap} what follows. Demand may be known only within
 * bounds, as published counts leave it, and then so is what is made of it.
 */
@NullMarked
package org.reentryatlas.access;

import org.jspecify.annotations.NullMarked;
