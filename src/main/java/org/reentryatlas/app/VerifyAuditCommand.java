package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.AuditLog;
import org.reentryatlas.audit.Head;
import org.reentryatlas.audit.KeyFiles;
import org.reentryatlas.audit.Verified;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        description = {
            "Holds every entry of the audit log against its hash and the entry before it.",
            "Works as atlas_audit, and changes nothing. Without --head it cannot see that the end was cut off or made anew.",
            "Exit code 0: all is as it was written; 1: the first entry that is not is named, and the others are counted."
        },
        mixinStandardHelpOptions = true)
final class VerifyAuditCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private VerifyCommand verify;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--head",
            paramLabel = "FILE",
            description = "what 'atlas audit head' wrote last; the log must still have it")
    private @Nullable Path headFile;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "the public key with which the signature of the head is checked")
    private @Nullable Path keyFile;

    @Override
    public Integer call() throws IOException {
        Head head = head();
        PrintWriter out = spec.commandLine().getOut();
        Verified found;
        try (Database database = Databases.open(verify.atlas().config(), Role.AUDIT);
                Progress progress = new Progress("audit log", spec.commandLine().getErr(), Progress.isTerminal())) {
            found = new AuditLog(database).verify(head, progress);
        }
        if (found.holds()) {
            out.println(
                    found.entries() == 0
                            ? "audit      ok     the log is empty"
                            : "audit      ok     %d entries from number %d on, each with the hash of the one before"
                                    .formatted(found.entries(), found.first()));
            if (head != null) {
                out.println("head       ok     all up to %s is as it was signed%s"
                        .formatted(head.at(), keyFile == null ? "; without --key its signature is not checked" : ""));
            }
        } else {
            out.println("audit      BROKEN %s%s"
                    .formatted(
                            found.faults().get(0).words(),
                            found.bad() <= 1 ? "" : "; " + (found.bad() - 1) + " more are not as they were written"));
        }
        out.flush();
        return found.holds() ? 0 : AtlasCommand.FAULT;
    }

    private @Nullable Head head() throws IOException {
        if (headFile == null) {
            if (keyFile != null) {
                throw new InputException("--key: there is no head to check with it; name one with --head");
            }
            return null;
        }
        Head head = Head.read(headFile);
        if (keyFile != null) {
            head.require(KeyFiles.readPublic(keyFile));
        }
        return head;
    }
}
