package org.reentryatlas.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory for temporary files of this process, into which only its owner may look. Unpacked caseloads, exports on their
 * way and the libraries that solvers bring along lie there. A process that is killed cannot clear up, so each start removes
 * what others left: their lock, which the system takes from whoever dies, tells that they are gone.
 */
public final class TempFolder implements AutoCloseable {
    private static final String PROPERTY = "java.io.tmpdir";
    private static final String NAME = "reentry-atlas-";
    private static final String LOCK = ".lock";
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER_OF_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> FILE_OF_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Logger LOG = LoggerFactory.getLogger(TempFolder.class);

    private final Path folder;
    private final Path lockFile;
    private final FileChannel lock;

    private TempFolder(Path folder, Path lockFile, FileChannel lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Makes one in the system's, for all that this process and its libraries write from now on. It is gone when the process
     * ends.
     *
     * @throws IOException that names the system's directory
     */
    public static void use() throws IOException {
        TempFolder own = openIn(Path.of(System.getProperty(PROPERTY)));
        System.setProperty(PROPERTY, own.folder.toString());
        Runtime.getRuntime().addShutdownHook(new Thread(own::closeQuietly));
    }

    /** Makes one in a directory, and removes what the dead left there. */
    static TempFolder openIn(Path parent) throws IOException {
        TempFolder own = make(parent);
        List<Path> locks = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, NAME + "*" + LOCK)) {
            found.forEach(locks::add);
        }
        for (Path lockFile : locks) {
            try {
                own.removeIfDead(lockFile);
            } catch (IOException e) {
                LOG.warn("what a process left that was killed cannot be removed: {}", e.toString());
            }
        }
        return own;
    }

    private static TempFolder make(Path parent) throws IOException {
        while (true) {
            // The lock first: a directory is never there without it while its process lives. Its name is not drawn by
            // Files.createTempFile, which would note the system's directory for the rest of the process.
            Path lockFile = parent.resolve(NAME + Long.toUnsignedString(RANDOM.nextLong(), 36) + LOCK);
            FileChannel channel = FileChannel.open(
                    lockFile, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE_OF_OWNER);
            FileLock lock = channel.tryLock();
            if (lock != null && Files.exists(lockFile)) {
                Path folder = Files.createDirectory(folderOf(lockFile), FOLDER_OF_OWNER);
                return new TempFolder(folder, lockFile, channel);
            }
            // Another start took it for one of the dead, between two of our steps.
            channel.close();
        }
    }

    private static Path folderOf(Path lockFile) {
        String path = lockFile.toString();
        return Path.of(path.substring(0, path.length() - LOCK.length()));
    }

    Path path() {
        return folder;
    }

    /** Others may write into the system's directory too: what is not ours is left alone, and no link is followed. */
    private void removeIfDead(Path left) throws IOException {
        if (left.equals(lockFile) || !isOurs(left)) {
            return; // to open and close our own lock file would give the lock away
        }
        try (FileChannel channel = FileChannel.open(left, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            FileLock dead = lockIfFree(channel);
            if (dead != null) {
                Path leftFolder = folderOf(left);
                if (Files.isDirectory(leftFolder, LinkOption.NOFOLLOW_LINKS) && isOurs(leftFolder)) {
                    removeAll(leftFolder);
                }
                Files.deleteIfExists(left);
            }
        } catch (NoSuchFileException e) {
            // Another start removed it in the same moment.
        }
    }

    private boolean isOurs(Path file) throws IOException {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(lockFile));
    }

    private static @Nullable FileLock lockIfFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process holds it
        }
    }

    private static void removeAll(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() throws IOException {
        removeAll(folder);
        Files.deleteIfExists(lockFile);
        lock.close(); // the last, since whoever gets the lock may remove the folder
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            // A program that ends with us may still write; the next start removes what it left.
        }
    }
}
