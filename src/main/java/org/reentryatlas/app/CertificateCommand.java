package org.reentryatlas.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.agreement.AgreementFault;
import org.reentryatlas.agreement.AgreementStore;
import org.reentryatlas.agreement.DestructionStore;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.pdf.Fonts;
import org.reentryatlas.pdf.PdfFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "certificate",
        description = {
            "The certificate of destruction for the parties of an agreement: what 'atlas purge' destroyed under it, when, by whom and how.",
            "It names caseloads by their reference dates and no number of people."
        },
        mixinStandardHelpOptions = true)
final class CertificateCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AgreementsCommand agreements;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "the agreement")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String id;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "the file to write, .txt or .pdf; must not be there yet. Printed otherwise")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        if (file != null) {
            requireFree(file);
        }
        Certificate certificate;
        Config config = agreements.atlas().config();
        try (Database database = Databases.open(config, Role.STEWARD)) {
            certificate = database.inTransaction(handle -> new Certificate(
                    config.jurisdiction().name(),
                    new AgreementStore(handle)
                            .find(id)
                            .orElseThrow(() -> new AgreementFault("there is no agreement '" + id + "'")),
                    new DestructionStore(handle).list(id)));
        }
        if (certificate.destroyed().isEmpty()) {
            throw new InputException("nothing was destroyed under agreement '" + id + "' yet: 'atlas purge' does that");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (file == null) {
            out.print(certificate.text());
        } else {
            Files.write(
                    file,
                    file.toString().endsWith(".pdf")
                            ? pdf(certificate)
                            : certificate.text().getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW);
            out.println(file + ": certificate of destruction under agreement " + id);
        }
        out.flush();
        return 0;
    }

    private static void requireFree(Path file) {
        if (!file.toString().endsWith(".txt") && !file.toString().endsWith(".pdf")) {
            throw new InputException(
                    file + ": a certificate is a text or a PDF; name a file that ends with .txt or .pdf");
        }
        ReportFile.requirePlace(file);
        if (Files.exists(file)) {
            throw new InputException(file + " is there already");
        }
    }

    private static byte[] pdf(Certificate certificate) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfFile pdf = PdfFile.layOut(certificate.page(), Fonts.find(), bytes)) {
            pdf.write();
        }
        return bytes.toByteArray();
    }
}
