package org.reentryatlas.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.agreement.AccountingTable;
import org.reentryatlas.agreement.Disclosure;
import org.reentryatlas.agreement.DisclosureStore;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "disclosures",
        description = {
            "The accounting of disclosures: what left, when, for which purpose, and to whom (5 U.S.C. 552a(c)).",
            "With --file, who got that file, for whoever found it where it should not be. That somebody reads it is kept in the audit log."
        },
        mixinStandardHelpOptions = true)
final class DisclosuresCommand implements Callable<Integer> {
    private enum Form {
        TEXT,
        CSV
    }

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AgreementsCommand agreements;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--from", paramLabel = "DATE", description = "the first day; the days are of UTC")
    private @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "DATE", description = "the last day")
    private @Nullable LocalDate until;

    @Option(names = "--recipient", paramLabel = "NAME", description = "part of the recipient's name")
    private @Nullable String recipient;

    @Option(
            names = "--file",
            paramLabel = "SHA256",
            description = "the SHA-256 of a file, or the fingerprint of the licence that stands in it")
    private @Nullable String digest;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, which is meant otherwise, or csv")
    private Form form = Form.TEXT;

    @Override
    public Integer call() {
        if (digest != null && (from != null || until != null || recipient != null)) {
            throw new ParameterException(spec.commandLine(), "--file asks about one file: leave the others out");
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw new InputException("--until %s lies before --from %s".formatted(until, from));
        }
        String wanted = digest == null ? null : digest.toLowerCase(Locale.ROOT);
        if (wanted != null && !wanted.matches("[0-9a-f]{64}")) {
            throw new InputException("--file: a SHA-256 has 64 hexadecimal digits, as 'sha256sum' prints them");
        }
        List<Disclosure> found;
        try (Database database = Databases.open(agreements.atlas().config(), Role.STEWARD)) {
            found = database.inTransaction(handle -> {
                DisclosureStore store = new DisclosureStore(handle);
                List<Disclosure> rows = wanted == null ? store.list(from, until, recipient) : store.listOf(wanted);
                Audit.on(handle).done(Action.DISCLOSURE_READ, wanted == null ? "accounting" : wanted);
                return rows;
            });
        }
        PrintWriter out = spec.commandLine().getOut();
        if (form == Form.CSV) {
            out.print(AccountingTable.csv(found));
        } else if (found.isEmpty()) {
            out.println(
                    wanted == null
                            ? "nothing left under a licence"
                            : "nobody got this file under a licence; what 'atlas verify' or /releases names is public");
        } else {
            found.forEach(disclosure -> out.println(line(disclosure)));
        }
        out.flush();
        return 0;
    }

    private static String line(Disclosure disclosure) {
        return String.join(
                "  ",
                disclosure.day().toString(),
                disclosure.nature() + (disclosure.downloads() > 1 ? " " + disclosure.downloads() + " times" : ""),
                disclosure.purpose().isEmpty() ? "no licence" : disclosure.purpose(),
                disclosure.recipient() + (disclosure.address().isEmpty() ? "" : ", " + disclosure.address()),
                disclosure.licence().isEmpty() ? "" : disclosure.licence() + " under " + disclosure.under(),
                "release " + disclosure.releaseId(),
                disclosure.layer() + " " + disclosure.format(),
                disclosure.files().size() + (disclosure.files().size() == 1 ? " file" : " files"),
                "by " + disclosure.madeBy());
    }
}
