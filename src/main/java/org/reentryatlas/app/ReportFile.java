package org.reentryatlas.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.release.ReleaseAccount;
import org.reentryatlas.report.Place;
import org.reentryatlas.report.ReleaseReport;

/**
 * The file of a restricted report: whole or not at all, and for the eyes of its writer alone where the file system knows such
 * a thing. The draft lies in the directory for temporary files, which nobody else may enter and which goes with this process, or
 * when it was killed with the next one: beside the report it would stay.
 */
final class ReportFile {
    private static final String HTML = ".html";
    private static final String PDF = ".pdf";

    private final Path file;
    private final boolean mayReplace;
    private final String remedy;
    private @Nullable Path draft;

    private ReportFile(Path file, boolean mayReplace, String remedy) {
        this.file = file;
        this.mayReplace = mayReplace;
        this.remedy = remedy;
    }

    /**
     * One that is not written yet.
     *
     * @param mayReplace whether it may take the place of a file that is there
     * @param remedy what helps whoever gave the command where it may not
     * @throws InputException if it cannot be there
     */
    static ReportFile at(Path file, boolean mayReplace, String remedy) {
        if (!file.toString().endsWith(HTML) && !file.toString().endsWith(PDF)) {
            throw new InputException(
                    file + ": a report is a web page or a PDF; name a file that ends with .html or .pdf");
        }
        requirePlace(file);
        ReportFile report = new ReportFile(file, mayReplace, remedy);
        if (!mayReplace && Files.exists(file)) {
            throw report.isThere();
        }
        return report;
    }

    /**
     * Makes sure that there is a place for a file.
     *
     * @throws InputException if it is a folder, or in one that does not exist
     */
    static void requirePlace(Path file) {
        if (Files.isDirectory(file)) {
            throw new InputException(file + " is a folder");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException(file + ": its folder does not exist");
        }
    }

    /** Writes a draft about a release that is public. */
    void draft(ReleaseAccount account, Config.Jurisdiction jurisdiction) {
        write(ReleaseReport.ofPublic(account, place(jurisdiction)));
    }

    /** Writes a draft about a release that was prepared, and answers its SHA-256. */
    String draftOfPrepared(ReleaseAccount account, Config.Jurisdiction jurisdiction) {
        return write(ReleaseReport.ofPrepared(account, place(jurisdiction)));
    }

    private String write(ReleaseReport report) {
        try {
            Path written = Files.createTempFile("report", ".part");
            draft = written;
            try (OutputStream out = Files.newOutputStream(written)) {
                if (file.toString().endsWith(PDF)) {
                    report.writePdf(out);
                } else {
                    out.write(report.html().getBytes(StandardCharsets.UTF_8));
                }
            }
            return DigestUtils.sha256Hex(Files.readAllBytes(written));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the draft where it belongs. */
    void keep() throws IOException {
        Path written = draft;
        if (written == null) {
            throw new IllegalStateException("no draft was written");
        }
        Path target = file.toAbsolutePath();
        try {
            if (mayReplace) {
                Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(written, target);
            }
        } catch (FileAlreadyExistsException e) {
            throw isThere();
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private InputException isThere() {
        return new InputException(file + " is there already; " + remedy);
    }

    private static Place place(Config.Jurisdiction jurisdiction) {
        Map<String, Place.LevelWords> words = new TreeMap<>();
        for (Level level : Level.values()) {
            Config.Words own = jurisdiction.words(level);
            words.put(level.code(), new Place.LevelWords(own.one(), own.many()));
        }
        return new Place(jurisdiction.name(), jurisdiction.timeZone(), words);
    }
}
