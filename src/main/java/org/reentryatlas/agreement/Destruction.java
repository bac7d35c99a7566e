package org.reentryatlas.agreement;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What was destroyed under an agreement.
 *
 * @param version of the agreement when it was destroyed
 * @param referenceDate of the caseload
 * @param cause why then, a sentence without its end
 */
public record Destruction(
        long number,
        Instant at,
        int version,
        LocalDate referenceDate,
        String what,
        String method,
        String cause,
        String madeBy) {}
