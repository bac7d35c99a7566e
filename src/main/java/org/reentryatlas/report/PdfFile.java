package org.reentryatlas.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;

/** A page as a tagged PDF (PDF/UA): screen readers find its headings, tables and their order. */
final class PdfFile {
    private static final float VERSION = 1.7f;
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private PdfFile() {}

    static void write(String page, Fonts fonts, OutputStream out) throws IOException {
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder pdf = new PdfRendererBuilder();
        pdf.usePdfUaAccessibility(true);
        pdf.usePdfVersion(VERSION);
        pdf.withProducer("Reentry Atlas");
        pdf.useFont(fonts.regular().toFile(), "Report", REGULAR, FontStyle.NORMAL, true);
        pdf.useFont(fonts.bold().toFile(), "Report", BOLD, FontStyle.NORMAL, true);
        pdf.useFont(fonts.mono().toFile(), "Report Mono", REGULAR, FontStyle.NORMAL, true);
        pdf.withHtmlContent(page, null);
        pdf.toStream(out);
        pdf.run();
    }
}
