package org.reentryatlas.app;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code scripts/atlas} leaves when it is killed, which may be unpacked files, and what nobody may take for that. */
class TempFolderTest {
    @TempDir
    Path directory;

    private Path system;
    private Path jar;

    /** Stands for the program: leaves something, says so, and waits until it is told to end. */
    static final class User {
        private User() {}

        public static void main(String[] arguments) throws IOException {
            TempFolder.removeAtExit();
            Files.writeString(Files.createTempDirectory("unpacked").resolve("rows.csv"), "P010007");
            System.out.write('.');
            System.out.flush();
            if (System.in.read() >= 0) {
                throw new IllegalStateException("nobody was to say anything");
            }
        }
    }

    @BeforeEach
    void makeProgram() throws IOException {
        system = Files.createDirectory(directory.resolve("system"));
        jar = directory.resolve("user.jar");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, User.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(path -> Path.of(path).toUri().toString())
                        .collect(Collectors.joining(" ")));
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
    }

    private ProcessBuilder program() {
        ProcessBuilder builder = new ProcessBuilder("scripts/atlas");
        builder.environment().put("TMPDIR", system.toString());
        builder.environment().put("ATLAS_JAR", jar.toString());
        return builder;
    }

    private Process started() throws IOException {
        Process process =
                program().redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertThat(process.getInputStream().read()).isEqualTo('.');
        return process;
    }

    private static void end(Process process) throws Exception {
        process.getOutputStream().close();
        assertThat(process.waitFor()).isZero();
    }

    private long there() throws IOException {
        try (Stream<Path> files = Files.list(system)) {
            return files.count();
        }
    }

    @Test
    void theNextStartRemovesWhatTheDeadLeftAndNothingElse() throws Exception {
        Process alive = started();
        Process killed = started();
        assertThat(there()).isEqualTo(2);
        killed.destroyForcibly().waitFor();
        assertThat(there()).isEqualTo(2);
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path kept = Files.writeString(elsewhere.resolve("kept.txt"), "kept");
        Path link = Files.createSymbolicLink(system.resolve("reentry-atlas.link"), elsewhere);
        // As Java names them for whoever runs the jar without the script, and does not lock them.
        Path other = Files.createDirectory(system.resolve("reentry-atlas-123"));

        Process next = started();
        assertThat(there())
                .as("of the living, of the next one, and what is not ours")
                .isEqualTo(4);
        end(next);
        end(alive);
        assertThat(there()).as("who ends in order leaves nothing").isEqualTo(2);
        assertThat(link).exists();
        assertThat(other).exists();
        assertThat(kept).hasContent("kept");
    }

    @Test
    @Timeout(30)
    void whereNothingCanBeLockedItSaysSoAndLeavesNothing() throws Exception {
        Path programs = Files.createDirectory(directory.resolve("programs"));
        Path flock = Files.writeString(programs.resolve("flock"), "#!/bin/sh\nexit 65\n");
        Files.setPosixFilePermissions(flock, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder builder = program();
        builder.environment().merge("PATH", programs.toString(), (path, first) -> first + File.pathSeparator + path);
        Process process = builder.start();
        assertThat(process.errorReader().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("nothing can be locked in " + system, "TMPDIR"));
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(there()).isZero();
    }
}
