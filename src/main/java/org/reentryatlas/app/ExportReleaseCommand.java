package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "release",
        description = "Writes the files of a release as they were published, to a directory.",
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

    @Override
    public Integer call() throws IOException {
        Format wanted = format == null ? null : format(format);
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = Databases.open(export.atlas().config(), Role.STEWARD)) {
            DownloadStore store = new DownloadStore(database);
            List<PublishedFile> files = store.list(releaseId).stream()
                    .filter(file -> (layer == null && wanted == null) || file.isOf(layer, wanted))
                    .toList();
            if (files.isEmpty()) {
                throw new InputException("there is no such file of a release " + releaseId);
            }
            Files.createDirectories(directory);
            // Before the first file is there, so that none leaves that is not recorded.
            database.useTransaction(handle -> Audit.on(handle).done(Action.RELEASE_EXPORTED, releaseId));
            for (PublishedFile file : files) {
                write(file.name(), store.read(releaseId, file.name()));
                out.println(file.sha256() + "  " + file.name());
            }
        }
        return 0;
    }

    /** Under its name a file is whole, even if this process or the machine ends in the middle. */
    private void write(String name, byte[] bytes) throws IOException {
        Path part = directory.resolve(name + ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Format format(String name) {
        return Format.of(name)
                .orElseThrow(() -> new InputException("--format: the formats are "
                        + Arrays.stream(Format.values()).map(Format::parameter).collect(Collectors.joining(", "))));
    }
}
