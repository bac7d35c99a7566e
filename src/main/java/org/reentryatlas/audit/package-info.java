/**
 * The audit log: what was done, by whom, when, from where, what for and with which outcome, written in the transaction of what it records, each
 * entry with the hash of the one before. {@link org.reentryatlas.audit.Audit} writes, {@link org.reentryatlas.audit.AuditLog} reads and
 * verifies. No entry says anything of a person under supervision.
 */
@NullMarked
package org.reentryatlas.audit;

import org.jspecify.annotations.NullMarked;
