/**
 * The deterministic generator of Harlow Ferry, the invented city of the demonstration and the tests. It draws streets,
 * cuts beats and tracts from the blocks between them, and fills them with addresses, services and caseloads that belong
 * to nobody. Start at {@link org.reentryatlas.democity.DemoCity}; inside, everything is in metres around the city centre
 * ({@link org.reentryatlas.democity.Plan}) until a file is written.
 */
@NullMarked
package org.reentryatlas.democity;

import org.jspecify.annotations.NullMarked;
