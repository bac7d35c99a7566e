package org.reentryatlas.layer;

import java.util.LinkedHashMap;
import java.util.Map;

/** The members of a JSON object in the order in which they are given: those of {@link Map#of} change it with every start. */
public final class Members {
    private Members() {}

    /**
     * An object.
     *
     * @param more names and values in turn
     */
    public static Map<String, Object> of(String name, Object value, Object... more) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(name, value);
        for (int i = 0; i < more.length; i += 2) {
            members.put((String) more[i], more[i + 1]);
        }
        return members;
    }
}
