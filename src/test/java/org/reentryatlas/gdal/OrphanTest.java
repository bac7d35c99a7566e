package org.reentryatlas.gdal;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** A program of GDAL's that hangs, in the hands of a process that is killed. */
class OrphanTest {
    /** Starts a program that says nothing and does not end, names all the processes that this took, and waits. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws Exception {
            Child child = Child.start(Map.of("PATH", System.getenv("PATH")), List.of("sleep", "600"));
            while (ProcessHandle.current().descendants().noneMatch(OrphanTest::isTheProgram)) {
                Thread.onSpinWait();
            }
            System.out.println(String.join(
                    " ",
                    ProcessHandle.current()
                            .descendants()
                            .map(process -> String.valueOf(process.pid()))
                            .toList()));
            child.exitCode();
        }
    }

    private static boolean isTheProgram(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("sleep");
    }

    @Test
    @Timeout(60)
    void endsWithItsParent() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            List<ProcessHandle> children = Stream.of(out.readLine().split(" ", -1))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .toList();
            assertThat(children).anyMatch(OrphanTest::isTheProgram);
            parent.destroyForcibly().waitFor();
            for (ProcessHandle child : children) {
                child.onExit().get(30, TimeUnit.SECONDS);
            }
        }
    }
}
