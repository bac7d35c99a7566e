package org.reentryatlas.roster;

/** What the areas of a team of an agency need and have together, in tours. */
public record TeamShare(Agency agency, String team, int needed, int planned) {}
