package org.reentryatlas.intake;

/**
 * A row that is not kept. It names the place and the fault and never repeats a value, because a caseload's values are
 * about people.
 *
 * @param row the row's number in the file, from 1, not counting a header
 * @param field the column as the file names it
 * @param advice what its owner can do, in words
 */
public record Reject(long row, String field, Reason reason, String advice) {}
