package org.reentryatlas.supervision;

import java.time.LocalDate;

/**
 * A caseload that is kept.
 *
 * @param rowsRead rows of its file, of which {@code rowsRejected} were not kept
 */
public record Caseload(long id, LocalDate referenceDate, long rowsRead, long rowsRejected) {}
