package org.reentryatlas;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.reentryatlas.app.AtlasCommand;
import org.reentryatlas.app.TempFolder;

/** The command line's entry; {@code atlas --help} lists what it can do. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        TempFolder.removeAtExit();
        System.exit(AtlasCommand.run(System.getenv(), out, err, args));
    }
}
