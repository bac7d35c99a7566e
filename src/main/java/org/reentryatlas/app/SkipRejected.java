package org.reentryatlas.app;

import picocli.CommandLine.Option;

/** The choice to keep the good rows of a file that also has bad ones. */
final class SkipRejected {
    @Option(
            names = "--skip-rejected",
            description =
                    "keep the accepted rows even if others are rejected; otherwise one rejected row refuses the file")
    private boolean chosen;

    boolean chosen() {
        return chosen;
    }
}
