package org.reentryatlas.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What the operator is told of a file that could not be read or written. */
final class FileFault {
    /** As the system says it to Java, whose exceptions have no code for it. */
    private static final String NO_SPACE = "No space left on device";

    /** Less than one more file takes. */
    private static final long LITTLE = 4 << 20;

    private static final String NO_QUOTA = "Disk quota exceeded";

    private FileFault() {}

    /** Where programs that write for us failed without saying why: that there is no room for temporary files, or nothing. */
    static String ofTempFolder() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        return folder.toFile().getUsableSpace() >= LITTLE
                ? ""
                : ". The directory for temporary files, " + folder + ", is full: make room there";
    }

    /** In words; a full disk with what to do. */
    static String of(Exception e) {
        IOException fault = null;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                fault = io;
            }
        }
        if (fault == null) {
            return e.toString();
        }
        String message = String.valueOf(fault.getMessage());
        if (message.contains(NO_SPACE) || message.contains(NO_QUOTA)) {
            return message
                    + ". Nothing was changed. Make room where the file is written, or in the directory for temporary"
                    + " files, " + System.getProperty("java.io.tmpdir") + ", and give the same command again";
        }
        if (fault instanceof NoSuchFileException) {
            return message + " is not there";
        }
        if (fault instanceof AccessDeniedException) {
            return message + " may not be read or written by this account";
        }
        return fault instanceof FileSystemException ? fault.toString() : message;
    }
}
