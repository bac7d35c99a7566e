/**
 * The composition root: configuration, the command line, and the wiring of every room. Nothing but {@code Main} imports
 * it. {@link org.reentryatlas.app.AtlasCommand} lists the commands.
 */
@NullMarked
package org.reentryatlas.app;

import org.jspecify.annotations.NullMarked;
