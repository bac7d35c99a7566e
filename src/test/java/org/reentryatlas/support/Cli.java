package org.reentryatlas.support;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.reentryatlas.app.AtlasCommand;

/** Runs the command line as a user would, within this process. */
public record Cli(int exitCode, String out, String err) {
    public static Cli run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = AtlasCommand.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Cli(exitCode, out.toString(), err.toString());
    }

    public static Cli run(Map<String, String> environment, List<String> arguments) {
        return run(environment, arguments.toArray(String[]::new));
    }
}
