package org.reentryatlas.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.attack.FileSource;
import org.reentryatlas.gap.GapService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = {
            "Computes a run of gaps again from what anybody can download, and holds its results against that.",
            "Needs no database: anybody can run it.",
            "Exit code 0: every number is as computed; 1: the files that say something else are named; 2: a file cannot be read."
        },
        mixinStandardHelpOptions = true)
final class GapVerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            description =
                    "a directory with the files of a run, or its address, like http://localhost:8080/gaps/2026-06-30.1-1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String run;

    @Option(
            names = "--release",
            paramLabel = "RELEASE",
            description =
                    "a directory with the files of the release, or its address; that of the same server otherwise")
    private @Nullable String release;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        FileSource files = FileSource.of(run);
        List<String> differing = GapService.verify(
                files, id -> release(files, id), spec.commandLine().getErr()::println);
        differing.forEach(name -> out.println(name + " is not what its input gives"));
        if (differing.isEmpty()) {
            out.println("every number is what the public files give");
        }
        out.flush();
        return differing.isEmpty() ? 0 : AtlasCommand.FAULT;
    }

    private FileSource release(FileSource files, String id) {
        if (release != null) {
            return FileSource.of(release);
        }
        if (files instanceof FileSource.Address address) {
            return new FileSource.Address(address.release().resolve("../../releases/" + id + "/"));
        }
        throw new InputException("--release is needed: where are the files of the release?");
    }
}
