/**
 * Open reference data: the directory of reentry services and our short list of their categories.
 * {@link org.reentryatlas.provider.ProviderStore} keeps both.
 */
@NullMarked
package org.reentryatlas.provider;

import org.jspecify.annotations.NullMarked;
