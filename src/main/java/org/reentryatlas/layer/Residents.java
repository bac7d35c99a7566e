package org.reentryatlas.layer;

import java.time.LocalDate;

/**
 * Residents of an area, of every age: the denominator of its rates.
 *
 * @param method {@code stated} by the file of the areas, or {@code apportioned} from census areas
 * @param source name under which the file that the number comes from was loaded
 * @param from day from which the areas of that file hold
 */
record Residents(int number, String method, String source, LocalDate from) {}
