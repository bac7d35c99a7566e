package org.reentryatlas.brief;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.reentryatlas.http.Pages;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.pdf.FontMissingException;
import org.reentryatlas.pdf.Fonts;
import org.reentryatlas.pdf.PdfFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a brief on one sheet of paper, service gaps on its back, one brief at a time: the work is a processor's, and its answer is kept. Few may wait
 * for it, since each that waits holds one of the places that all requests of the server share.
 */
final class BriefPdf {
    private static final Logger LOG = LoggerFactory.getLogger(BriefPdf.class);

    /** From the largest type to the smallest that can still be read on a clipboard; the style has a rule for each. */
    private static final List<String> DENSITIES = List.of("roomy", "usual", "dense", "close", "tight");

    private static final Duration TURN = Duration.ofSeconds(10);

    static final int MOST_WAITING = 8;

    private final Pages pages = new Pages(BriefPdf.class);
    private final Semaphore places = new Semaphore(1 + MOST_WAITING);
    private final Semaphore turn = new Semaphore(1, true);

    /**
     * A brief.
     *
     * @param brief gives what its template takes, a map too, when its turn has come
     * @throws ProblemException if too many others are asked for at this moment, or no font is installed
     */
    byte[] write(Supplier<Map<String, Object>> brief, Paper paper) {
        return inTurn(() -> fit(brief.get(), paper));
    }

    /**
     * A page on as many sheets as it takes.
     *
     * @param template whose style is that of briefs
     * @param page gives what the template takes, when its turn has come
     * @throws ProblemException if too many others are asked for at this moment, or no font is installed
     */
    byte[] writeAll(String template, Supplier<Map<String, Object>> page, Paper paper) {
        return inTurn(() -> {
            Map<String, Object> styled = new LinkedHashMap<>(page.get());
            styled.put("style", style(paper));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (PdfFile file = PdfFile.layOut(pages.make(template, styled), fonts(), out)) {
                file.write();
            }
            return out.toByteArray();
        });
    }

    /** Work that makes a file in memory. */
    private interface Work {
        byte[] make() throws IOException;
    }

    private byte[] inTurn(Work work) {
        if (!places.tryAcquire()) {
            throw tooMany();
        }
        try {
            return waitAndMake(work);
        } finally {
            places.release();
        }
    }

    private byte[] waitAndMake(Work work) {
        try {
            if (!turn.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooMany();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("The server ends.");
        }
        try {
            return work.make();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        } finally {
            turn.release();
        }
    }

    private static ProblemException tooMany() {
        return ProblemException.unavailable("More briefs are asked for than can be written.");
    }

    /** In the largest type in which it takes one side, and gaps one more; when none does, without the services at the end of the list. */
    private byte[] fit(Map<String, Object> brief, Paper paper) throws IOException {
        Fonts fonts = fonts();
        Map<String, Object> fitted = new LinkedHashMap<>(brief);
        fitted.put("style", style(paper));
        List<Object> services = new ArrayList<>((List<?>) brief.getOrDefault("services", List.of()));
        int sides = brief.get("gaps") instanceof Optional<?> gaps && gaps.isPresent() ? 2 : 1;
        int attempt = 0;
        while (true) {
            boolean isLast = services.isEmpty() && attempt >= DENSITIES.size();
            fitted.put("density", DENSITIES.get(Math.min(attempt, DENSITIES.size() - 1)));
            fitted.put("services", services);
            fitted.put("isCut", attempt >= DENSITIES.size());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (PdfFile file = PdfFile.layOut(pages.make("brief", fitted), fonts, out)) {
                if (file.sheets() <= sides || isLast) {
                    file.write();
                    return out.toByteArray();
                }
            }
            attempt++;
            if (attempt >= DENSITIES.size()) {
                services = services.subList(0, Math.max(0, services.size() - 2));
            }
        }
    }

    /** Looked for each time, since everything else is served without them and they may be installed meanwhile. */
    private static Fonts fonts() {
        try {
            return Fonts.find();
        } catch (FontMissingException e) {
            LOG.error("no brief can be written: {}", e.getMessage());
            throw ProblemException.unavailable("No font is installed that a PDF may embed.");
        }
    }

    private static String style(Paper paper) {
        return "@page { size: " + paper.size() + "; }\n" + style();
    }

    private static String style() {
        try (InputStream in = BriefPdf.class.getResourceAsStream("brief.css")) {
            if (in == null) {
                throw new IllegalStateException("the style of briefs is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style of briefs cannot be read", e);
        }
    }
}
