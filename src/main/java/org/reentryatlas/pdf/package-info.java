/**
 * Pages as tagged PDF (PDF/UA) with the fonts of this machine, for whoever prints: the report about a release and the brief
 * of an area. The only user of OpenHTMLtoPDF; start at {@link org.reentryatlas.pdf.PdfFile}.
 */
@NullMarked
package org.reentryatlas.pdf;

import org.jspecify.annotations.NullMarked;
