/**
 * What a release published as bytes, handed out as they are, and the ledger that vouches for them. It reads schema {@code
 * published} as the serving role; see {@link org.reentryatlas.export.DownloadStore}.
 */
@NullMarked
package org.reentryatlas.export;

import org.jspecify.annotations.NullMarked;
