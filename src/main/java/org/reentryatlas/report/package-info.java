/**
 * The report about a release for the agency's privacy officer, as a web page and as a PDF. It tells what must never be
 * public, so a command writes it to a file and no route serves it. {@link org.reentryatlas.report.ReleaseReport} is the way
 * in.
 */
@NullMarked
package org.reentryatlas.report;

import org.jspecify.annotations.NullMarked;
