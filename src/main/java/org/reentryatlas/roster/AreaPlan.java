package org.reentryatlas.roster;

import java.util.Optional;

/**
 * What came out for an area.
 *
 * @param area its key
 * @param shortfall why it has fewer tours than it needs; empty if it has not
 */
public record AreaPlan(String area, int needed, int planned, Optional<Shortfall> shortfall) {}
