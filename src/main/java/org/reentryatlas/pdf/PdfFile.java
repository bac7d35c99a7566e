package org.reentryatlas.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A page as a tagged PDF (PDF/UA): screen readers find its headings, tables, pictures and their order. Its style names the
 * fonts that are embedded: {@code Report} and, of one width, {@code Report Mono}.
 */
public final class PdfFile implements AutoCloseable {
    private static final float VERSION = 1.7f;
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final PdfBoxRenderer renderer;

    private PdfFile(PdfBoxRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * Lays a page out on sheets of paper.
     *
     * @param page HTML that is well-formed XML at once
     * @param out where {@link #write} writes to
     */
    public static PdfFile layOut(String page, Fonts fonts, OutputStream out) {
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
        PdfBoxRenderer renderer = pdf.buildPdfRenderer();
        renderer.layout();
        return new PdfFile(renderer);
    }

    /** How many sheets it takes. */
    public int sheets() {
        return renderer.getRootBox().getLayer().getPages().size();
    }

    /** Writes it, once. */
    public void write() throws IOException {
        renderer.createPDF();
    }

    /** Lets go of the fonts. */
    @Override
    public void close() {
        renderer.close();
    }
}
