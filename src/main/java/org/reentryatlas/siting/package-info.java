/**
 * Where to put the next service, as pure mathematics: the location models of the field (p-median, maximal covering, set
 * covering, p-center), with sites that are there already and with capacities. {@link org.reentryatlas.siting.Siting} is the
 * public face; it takes demand, candidates and costs of a {@link org.reentryatlas.siting.SitingProblem} and answers with the
 * sites, what they serve, and how far from the best they can be at most. {@link org.reentryatlas.siting.Comparison} says for
 * whom a site changes something.
 */
@NullMarked
package org.reentryatlas.siting;

import org.jspecify.annotations.NullMarked;
