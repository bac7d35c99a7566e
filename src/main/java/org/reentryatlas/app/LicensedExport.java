package org.reentryatlas.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.agreement.Agreement;
import org.reentryatlas.agreement.DisclosureStore;
import org.reentryatlas.agreement.Grant;
import org.reentryatlas.agreement.Terms;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.audit.By;
import org.reentryatlas.db.Database;
import org.reentryatlas.export.DownloadStore;
import org.reentryatlas.export.Format;
import org.reentryatlas.export.PublishedFile;
import org.reentryatlas.export.ReleaseExports;
import org.reentryatlas.export.Stamp;
import org.reentryatlas.layer.PublishedLayerStore;

/** Files of a release on their way to the recipient of a data-use licence. */
final class LicensedExport {
    private static final String ALL = "all";

    private final Database database;
    private final ReleaseExports exports;

    LicensedExport(Database database, ReleaseExports exports) {
        this.database = database;
        this.exports = exports;
    }

    /**
     * What is asked for.
     *
     * @param purpose null for the only one of the licence
     * @param layer null for all
     * @param format null for all
     */
    record Wanted(
            String releaseId,
            String licence,
            Agreement.@Nullable Purpose purpose,
            @Nullable String layer,
            @Nullable Format format) {}

    /**
     * Stamps and writes files, and keeps in the accounting that they left before the first of them is there.
     *
     * @param files as they were published
     * @return lines as {@code sha256sum} writes them
     * @throws org.reentryatlas.agreement.AgreementFault if the licence does not hold, also if it ends meanwhile
     */
    List<String> write(Wanted wanted, List<PublishedFile> files, Path directory) throws IOException {
        LocalDate day = LocalDate.now(Clock.systemUTC());
        Grant grant = database.read(
                handle -> new Terms(handle).forLicence(wanted.licence(), wanted.purpose(), wanted.releaseId(), day));
        Stamp stamp = stamp(grant);
        Map<String, byte[]> made = stamped(wanted.releaseId(), stamp, files);
        Map<String, String> digests = new LinkedHashMap<>();
        made.forEach((name, bytes) -> digests.put(name, DigestUtils.sha256Hex(bytes)));
        made.put(Stamp.FILE, stamp.beside(lines(digests)));
        digests.put(Stamp.FILE, DigestUtils.sha256Hex(made.get(Stamp.FILE)));
        String layer = wanted.layer();
        Format format = wanted.format();
        database.useTransaction(handle -> {
            new DisclosureStore(handle)
                    .addExport(
                            grant,
                            new DisclosureStore.Files(
                                    layer == null ? ALL : layer,
                                    format == null ? ALL : format.parameter(),
                                    List.copyOf(digests.keySet()),
                                    List.copyOf(digests.values())),
                            By.commandLine().actor());
            // It may have been suspended while the files were made.
            new Terms(handle).forLicence(wanted.licence(), grant.purpose(), wanted.releaseId(), day);
            Audit.on(handle).done(Action.RELEASE_EXPORTED, wanted.releaseId());
        });
        Files.createDirectories(directory);
        for (Map.Entry<String, byte[]> each : made.entrySet()) {
            write(directory, each.getKey(), each.getValue());
        }
        return lines(digests);
    }

    private static List<String> lines(Map<String, String> digests) {
        return digests.entrySet().stream()
                .map(each -> each.getValue() + "  " + each.getKey())
                .toList();
    }

    static Stamp stamp(Grant grant) {
        return new Stamp(grant.lines().stream()
                .map(line -> new Stamp.Line(line.name(), line.title(), line.text()))
                .toList());
    }

    /** Those that have a place for it with the stamp, the others as they were published. */
    private Map<String, byte[]> stamped(String releaseId, Stamp stamp, List<PublishedFile> files) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        Set<String> layers = files.stream()
                .map(PublishedFile::name)
                .filter(ReleaseExports::isStamped)
                .collect(Collectors.toSet());
        DownloadStore store = new DownloadStore(database);
        for (PublishedFile file : files) {
            bytes.put(file.name(), layers.contains(file.name()) ? new byte[0] : store.read(releaseId, file.name()));
        }
        database.useTransaction(handle -> exports.render(
                new PublishedLayerStore(handle, releaseId),
                stamp,
                layers::contains,
                made -> bytes.put(made.name(), read(made.file()))));
        bytes.forEach((name, content) -> {
            if (content.length == 0) {
                throw new InputException(name + " cannot be made of the release any more");
            }
        });
        return bytes;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was just written cannot be read", e);
        }
    }

    /** Under its name a file is whole, even if this process or the machine ends in the middle. */
    static void write(Path directory, String name, byte[] bytes) throws IOException {
        Path part = directory.resolve(name + ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
