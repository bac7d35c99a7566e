package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.agreement.Agreement;
import org.reentryatlas.agreement.Terms;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.export.DownloadStore;
import org.reentryatlas.export.Format;
import org.reentryatlas.export.PublishedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "release",
        description = {
            "Writes the files of a release as they were published, to a directory.",
            "With --licence, files of layers are stamped for its recipient, LICENCE.txt lies beside them, and the accounting of disclosures gets a row. The"
                    + " numbers stay those that were published."
        },
        mixinStandardHelpOptions = true)
final class ExportReleaseCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ExportCommand export;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ID", description = "the release, such as 2026-06-30.1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String releaseId;

    @Parameters(index = "1", paramLabel = "DIR", description = "where to write; made if it is not there")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path directory;

    @Option(names = "--layer", paramLabel = "LAYER", description = "one layer alone, such as people-by-beat")
    private @Nullable String layer;

    @Option(names = "--format", paramLabel = "FORMAT", description = "one format alone, such as gpkg")
    private @Nullable String format;

    @Option(
            names = "--licence",
            paramLabel = "ID",
            description = "the data-use licence under which they go to its recipient, such as DUL-2026-01")
    private @Nullable String licence;

    @Option(
            names = "--purpose",
            paramLabel = "PURPOSE",
            description = "what for, such as service_planning; needed if the licence has several")
    private @Nullable String purpose;

    @Override
    public Integer call() throws IOException {
        Format wanted = format == null ? null : format(format);
        Agreement.Purpose agreed = purpose == null ? null : purpose(purpose);
        if (agreed != null && licence == null) {
            throw new ParameterException(spec.commandLine(), "--purpose belongs to --licence");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = Databases.open(export.atlas().config(), Role.STEWARD)) {
            DownloadStore store = new DownloadStore(database);
            List<PublishedFile> files = store.list(releaseId).stream()
                    .filter(file -> (layer == null && wanted == null) || file.isOf(layer, wanted))
                    .toList();
            if (files.isEmpty()) {
                throw new InputException("there is no such file of a release " + releaseId);
            }
            if (licence != null) {
                new LicensedExport(
                                database,
                                ReleaseFormats.of(export.atlas().config()).exports())
                        .write(new LicensedExport.Wanted(releaseId, licence, agreed, layer, wanted), files, directory)
                        .forEach(out::println);
                return 0;
            }
            // Before the first file is there, so that none leaves that is not recorded.
            database.useTransaction(handle -> {
                new Terms(handle).forUse(releaseId);
                Audit.on(handle).done(Action.RELEASE_EXPORTED, releaseId);
            });
            Files.createDirectories(directory);
            for (PublishedFile file : files) {
                LicensedExport.write(directory, file.name(), store.read(releaseId, file.name()));
                out.println(file.sha256() + "  " + file.name());
            }
            // It may have ended meanwhile: what lies there then must not be passed on.
            database.useTransaction(handle -> new Terms(handle).forUse(releaseId));
        }
        return 0;
    }

    private static Agreement.Purpose purpose(String code) {
        return Agreement.Purpose.of(code)
                .orElseThrow(() -> new InputException("--purpose: the purposes are "
                        + Arrays.stream(Agreement.Purpose.values())
                                .map(Agreement.Purpose::code)
                                .collect(Collectors.joining(", "))));
    }

    private static Format format(String name) {
        return Format.of(name)
                .orElseThrow(() -> new InputException("--format: the formats are "
                        + Arrays.stream(Format.values()).map(Format::parameter).collect(Collectors.joining(", "))));
    }
}
