package org.reentryatlas.http;

import io.javalin.http.Context;
import java.util.Collection;

/** Who may use which route at all: asked before the handler of a route, which then asks what is finer. */
public interface Gate {
    /** What stands for the files of the page, which are no routes. */
    String FILES = "GET /*";

    /** The attribute of a request under which a gate leaves the key of a program that it came with. */
    String KEY = Gate.class.getName() + ".key";

    /**
     * Lets a request through to its route.
     *
     * @param route method and template, such as {@code GET /health/live}; HEAD is asked about as GET
     * @return whether everybody may use it, so that an answer may be kept and sent to others past the gate
     * @throws ProblemException if whoever asks may not use it
     */
    boolean admit(Context context, String route);

    /**
     * Makes sure that it knows these routes and no others.
     *
     * @throws IllegalStateException if it does not, with the names of all that one of the two lacks
     */
    void requireExactly(Collection<String> routes);
}
