package org.reentryatlas.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who publishes, and on what terms, as every export says.
 *
 * @param name of an agency or a coalition
 * @param contact an address for questions, or null
 * @param licence the address of the licence, or null where none is stated
 * @param sources the agencies that the numbers come from
 */
public record Publisher(
        String name, @Nullable String contact, @Nullable String licence, List<String> sources) {
    public Publisher {
        sources = List.copyOf(sources);
    }

    /** The agencies that the numbers come from: the publisher, where none are stated. */
    public String source() {
        return sources.isEmpty() ? name : String.join("; ", sources);
    }
}
