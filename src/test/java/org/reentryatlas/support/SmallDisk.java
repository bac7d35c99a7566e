package org.reentryatlas.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A small disk in memory for one test database, with the server's own files elsewhere: a mounted tmpfs and a tablespace
 * on it. Mounting is a matter of root.
 */
public final class SmallDisk {
    private static final int MEGABYTE = 1 << 20;

    private final Path mount;
    private final String tablespace;

    private SmallDisk(Path mount, String tablespace) {
        this.mount = mount;
        this.tablespace = tablespace;
    }

    /** Mounts one and puts a database of nobody's connections on it; empty where this account may not mount. */
    public static Optional<SmallDisk> under(TestDatabase database, int megabytes) throws Exception {
        Path mount = Files.createTempDirectory("atlas-small-disk");
        Files.setPosixFilePermissions(mount, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (!Program.exists("mount")
                || Program.run(
                                        mount,
                                        "mount",
                                        "-t",
                                        "tmpfs",
                                        "-o",
                                        "size=" + megabytes + "m",
                                        "tmpfs",
                                        mount.toString())
                                .exitCode()
                        != 0) {
            Files.delete(mount);
            return Optional.empty();
        }
        SmallDisk disk =
                new SmallDisk(mount, "small_disk_" + ProcessHandle.current().pid());
        try {
            Path folder = Files.createDirectory(mount.resolve("data"));
            // The server may run as another account than the tests, and wants to own where it writes.
            Files.setOwner(folder, Files.getOwner(database.serverFiles()));
            TestDatabase.asServerAdmin("create tablespace " + disk.tablespace + " location '" + folder + "'");
            database.moveTo(disk.tablespace);
        } catch (IOException | SQLException | RuntimeException e) {
            disk.remove();
            throw e;
        }
        return Optional.of(disk);
    }

    /** Fills it with something else until so many megabytes are left; the file to delete to free it again. */
    public Path fill(int left) throws IOException {
        Path file = mount.resolve("something-else");
        byte[] block = new byte[MEGABYTE];
        try (var out = Files.newOutputStream(file)) {
            while (free() > left) {
                out.write(block);
            }
        }
        return file;
    }

    /** The megabytes that are free. */
    public long free() throws IOException {
        return Files.getFileStore(mount).getUsableSpace() / MEGABYTE;
    }

    /** Takes it away; the database must be gone. */
    public void remove() throws Exception {
        TestDatabase.asServerAdmin("drop tablespace if exists " + tablespace);
        if (Program.run(Path.of("/"), "umount", mount.toString()).exitCode() != 0) {
            throw new IllegalStateException("the small disk is still mounted at " + mount);
        }
        Files.delete(mount);
    }
}
