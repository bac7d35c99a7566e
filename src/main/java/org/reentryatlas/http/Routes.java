package org.reentryatlas.http;

import io.javalin.config.RoutesConfig;
import java.util.List;

/** The HTTP face of a feature. */
public interface Routes {
    void addTo(RoutesConfig routes);

    /**
     * Which of its answers keep a processor busy, as regular expressions of whole paths, with what may follow after a question
     * mark: only a part of the places for requests is theirs, so that whoever asks for many of them holds up nobody else.
     */
    default List<String> laborious() {
        return List.of();
    }
}
