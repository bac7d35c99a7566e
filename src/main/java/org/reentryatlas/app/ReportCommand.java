package org.reentryatlas.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.release.AccountStore;
import org.reentryatlas.release.ReleaseAccount;
import org.reentryatlas.report.Place;
import org.reentryatlas.report.ReleaseReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        description = {
            "Writes the report about a release for the privacy officer, as a web page or as a PDF.",
            "It holds exact counts and tells why cells are hidden, so it is not for publication. Works as atlas_steward."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReportCommand implements Callable<Integer> {
    private static final String HTML = ".html";
    private static final String PDF = ".pdf";

    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RELEASE", description = "the release, such as 2026-06-30.1, or its reference date")
    private String release;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "the file to write; .html or .pdf says which of the two it is to be")
    private Path file;

    @Option(names = "--force", description = "write over a file that is there")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        if (!file.toString().endsWith(HTML) && !file.toString().endsWith(PDF)) {
            throw new InputException(
                    file + ": a report is a web page or a PDF; name a file that ends with .html or .pdf");
        }
        requireFree();
        Config config = atlas.config();
        ReleaseAccount account;
        try (Database database = Databases.open(config, Role.STEWARD)) {
            account = database.inTransaction(handle -> {
                ReleaseAccount found = new AccountStore(handle).find(release);
                Audit.on(handle).done(Action.REPORT_WRITTEN, found.id());
                return found;
            });
        }
        write(new ReleaseReport(account, place(config.jurisdiction())));
        spec.commandLine().getOut().println(file + ": report of release " + account.id() + " (not for publication)");
        return 0;
    }

    /**
     * Whole or not at all, and for the eyes of its writer alone where the file system knows such a thing. The draft lies in
     * the directory for temporary files, which nobody else may enter and which goes with this process, or when it was killed
     * with the next one: beside the report it would stay.
     */
    private void write(ReleaseReport report) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException(file + ": its folder does not exist");
        }
        Path draft = Files.createTempFile("report", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                if (file.toString().endsWith(PDF)) {
                    report.writePdf(out);
                } else {
                    out.write(report.html().getBytes(StandardCharsets.UTF_8));
                }
            }
            if (force) {
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(draft, target);
            }
        } catch (FileAlreadyExistsException e) {
            throw isThere();
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void requireFree() {
        if (Files.isDirectory(file)) {
            throw new InputException(file + " is a folder");
        }
        if (!force && Files.exists(file)) {
            throw isThere();
        }
    }

    private InputException isThere() {
        return new InputException(file + " is there already; --force writes over it");
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
