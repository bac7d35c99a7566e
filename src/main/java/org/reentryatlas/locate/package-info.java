/**
 * Says in which published areas an address lies, by the local address reference and the areas in memory, so that nobody needs to
 * hand an address to a third party. The address comes in the body of a request, is kept nowhere, and no position goes back;
 * start at {@link org.reentryatlas.locate.LocateRoutes}.
 */
@NullMarked
package org.reentryatlas.locate;

import org.jspecify.annotations.NullMarked;
