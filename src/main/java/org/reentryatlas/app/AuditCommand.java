package org.reentryatlas.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.audit.AuditLog;
import org.reentryatlas.audit.By;
import org.reentryatlas.audit.Head;
import org.reentryatlas.audit.KeyFiles;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        description = {
            "The audit log: who did what, when, from where, what for and with which outcome.",
            "'atlas verify audit' holds it against its hashes."
        },
        mixinStandardHelpOptions = true,
        subcommands = CommandLine.HelpCommand.class)
final class AuditCommand implements Runnable {
    private static final int FEWEST_YEARS = 5;
    private static final int MOST_YEARS = 100;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AtlasCommand atlas;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    @Command(
            name = "list",
            description = {
                "Lists entries, the oldest first, for the privacy officer. Works as atlas_audit.",
                "That the log was read is an entry too. Days and times are of UTC."
            },
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--since", paramLabel = "DATE", description = "from this day on, such as 2026-06-30")
                    @Nullable
                    LocalDate since,
            @Option(names = "--until", paramLabel = "DATE", description = "up to this day, which is included") @Nullable
                    LocalDate until,
            @Option(names = "--actor", paramLabel = "NAME", description = "of this account, or user of the machine")
                    @Nullable
                    String actor,
            @Option(
                            names = "--action",
                            paramLabel = "ACTION",
                            description = "such as release.published, or plan.* for all of plans")
                    @Nullable
                    String action,
            @Option(names = "--csv", description = "as comma-separated values with a header, hashes too") boolean csv)
            throws IOException {
        requireAction(action);
        if (since != null && until != null && until.isBefore(since)) {
            throw new InputException("--until %s lies before --since %s".formatted(until, since));
        }
        AuditLog.Search search = AuditLog.Search.ofDays(since, until, actor, action);
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = Databases.open(atlas.config(), Role.AUDIT)) {
            AuditLog log = new AuditLog(database);
            if (csv) {
                CsvWriter writer = CsvWriter.builder().build(out);
                writer.writeRecord(AuditLog.COLUMNS);
                log.read(By.commandLine(), search, writer::writeRecord);
                writer.flush();
            } else {
                int hash = AuditLog.COLUMNS.size() - 1;
                log.read(By.commandLine(), search, fields -> out.println(String.join("  ", fields.subList(0, hash))));
            }
        }
        out.flush();
        return 0;
    }

    private static void requireAction(@Nullable String action) {
        if (action != null && !Action.isSearch(action)) {
            throw new InputException("--action: there is no action '" + action + "'; src/docs/audit.md lists them");
        }
    }

    @Command(
            name = "key",
            description = {
                "Makes a pair of keys to sign heads of the log with.",
                "The private key is in the file, which its owner alone may read; the public one is beside it, with the"
                        + " ending .pub. Needs no database."
            },
            mixinStandardHelpOptions = true)
    int key(@Option(names = "--out", required = true, paramLabel = "FILE", description = "where to write it") Path file)
            throws IOException {
        try {
            print("private key: " + file + "\npublic key:  " + KeyFiles.make(file));
        } catch (FileAlreadyExistsException e) {
            throw new InputException("--out " + e.getFile()
                    + ": there is such a file; heads that its key signed need it, so take another name");
        }
        return 0;
    }

    @Command(
            name = "head",
            description = {
                "Signs the newest entries of the log and writes them to a file, to be kept where the database cannot be written from.",
                "To be run by a timer each day. Works as atlas_audit; that it was done is the newest entry."
            },
            mixinStandardHelpOptions = true)
    int head(
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "where to write it") Path file,
            @Option(
                            names = "--key",
                            required = true,
                            paramLabel = "FILE",
                            description = "the private key that 'atlas audit key' made")
                    Path keyFile)
            throws IOException {
        // Before the log says that a head was handed over.
        ReportFile.requirePlace(file);
        PrivateKey key = KeyFiles.readPrivate(keyFile);
        Head head;
        try (Database database = Databases.open(atlas.config(), Role.AUDIT)) {
            head = new AuditLog(database).sign(key);
        }
        head.write(file);
        print("all up to " + head.at() + " is signed: " + file);
        return 0;
    }

    @Command(
            name = "purge",
            description = {
                "Removes entries that are older than so many years, at least 5. Works as atlas_steward.",
                "An entry that says up to where keeps the rest of the chain verifiable."
            },
            mixinStandardHelpOptions = true)
    int purge(
            @Option(
                            names = "--older-than",
                            required = true,
                            paramLabel = "YEARS",
                            description = "how many years are kept")
                    int years) {
        if (years < FEWEST_YEARS || years > MOST_YEARS) {
            throw new InputException("--older-than: entries are kept for at least " + FEWEST_YEARS
                    + " years, and at most " + MOST_YEARS + " can be said");
        }
        long removed;
        try (Database database = Databases.open(atlas.config(), Role.STEWARD)) {
            removed = database.inTransaction(handle -> Audit.on(handle).purge(years));
        }
        print(removed == 0 ? "nothing is that old" : removed + " entries are removed");
        return 0;
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
