package org.reentryatlas.http;

import io.javalin.config.RoutesConfig;

/** The HTTP face of a feature. */
public interface Routes {
    void addTo(RoutesConfig routes);
}
