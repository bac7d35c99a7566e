/**
 * Files on their way in: each becomes rows that are kept or rows that are rejected by number, field and reason. A load
 * is one transaction. {@link org.reentryatlas.intake.CaseloadLoad} and its three siblings are the public face.
 */
@NullMarked
package org.reentryatlas.intake;

import org.jspecify.annotations.NullMarked;
