package org.reentryatlas.http;

import io.javalin.config.StaticFilesConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.http.staticfiles.StaticFileConfig;
import java.util.Map;

/** The files of the page, and the libraries that it loads from us. */
final class PageFiles {
    private PageFiles() {}

    static void addTo(StaticFilesConfig files) {
        files.add(page -> add(page, "/", "/frontend", "no-cache"));
        // Their addresses name their version.
        files.add(libraries -> add(libraries, "/webjars", "META-INF/resources/webjars", "max-age=31622400"));
    }

    private static void add(StaticFileConfig files, String path, String directory, String caching) {
        files.hostedPath = path;
        files.directory = directory;
        files.location = Location.CLASSPATH;
        files.headers = Map.of("Cache-Control", caching);
        // The server adds it to other texts by itself; a script without it is read as its page is.
        files.mimeTypes.add("text/javascript;charset=utf-8", "js", "mjs");
    }
}
