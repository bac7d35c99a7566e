package org.reentryatlas;

import java.io.IOException;
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
        try {
            TempFolder.use();
        } catch (IOException e) {
            err.println("atlas: the directory for temporary files cannot be used: " + e.getMessage()
                    + ". Make room there, or name another: JDK_JAVA_OPTIONS=-Djava.io.tmpdir=DIR");
            System.exit(1);
        }
        System.exit(AtlasCommand.run(System.getenv(), out, err, args));
    }
}
