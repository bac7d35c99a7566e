/**
 * Who plans on the web, and how the server knows: accounts of members of staff, the sessions they are signed in with, and what
 * a request must bring to change something. {@link org.reentryatlas.identity.Gatekeeper} comes first.
 */
@NullMarked
package org.reentryatlas.identity;

import org.jspecify.annotations.NullMarked;
