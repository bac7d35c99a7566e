package org.reentryatlas.supervision;

import java.time.LocalDate;

/**
 * A caseload that is kept.
 *
 * @param rowsRead rows of its file, of which {@code rowsRejected} were not kept
 * @param rowsNotCurrent rows among the rejected that are another address of a person whose residence was kept
 */
public record Caseload(long id, LocalDate referenceDate, long rowsRead, long rowsRejected, long rowsNotCurrent) {}
