package org.reentryatlas.siting;

/** What comes out: a choice of sites, the reason why there is none, or neither within the effort. */
public sealed interface Outcome permits Solution, Infeasible, Undecided {}
