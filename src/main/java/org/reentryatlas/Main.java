package org.reentryatlas;

import org.reentryatlas.app.AtlasCommand;

/** The command line's entry; {@code atlas --help} lists what it can do. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(AtlasCommand.run(System.getenv(), args));
    }
}
