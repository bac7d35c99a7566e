package org.reentryatlas.app;

import java.util.List;

/** A configuration with faults; it names all of them. */
final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(List<String> faults) {
        super("the configuration has " + faults.size() + (faults.size() == 1 ? " fault:" : " faults:")
                + String.join("", faults.stream().map(fault -> "\n  " + fault).toList()));
    }
}
