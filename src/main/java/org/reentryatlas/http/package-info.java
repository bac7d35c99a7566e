/**
 * HTTP for every feature: the server with its limits and headers, errors as problem documents (RFC 9457), health and
 * metrics. A feature hands in {@link org.reentryatlas.http.Routes}; {@link org.reentryatlas.http.HttpServer} does the rest.
 */
@NullMarked
package org.reentryatlas.http;

import org.jspecify.annotations.NullMarked;
