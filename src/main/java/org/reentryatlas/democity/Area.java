package org.reentryatlas.democity;

import java.util.List;

/**
 * A beat or a tract.
 *
 * @param key text, often with leading zeros
 * @param sector empty for a tract; so is the district
 * @param blocks the blocks that make it up
 */
record Area(String key, String name, String sector, String district, List<Integer> blocks) {}
