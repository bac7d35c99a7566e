/**
 * Under which agreements data are here: what may be loaded and released under each, until when, and who decided otherwise. Start at {@link org.reentryatlas.agreement.Agreement}
 * and {@link org.reentryatlas.agreement.AgreementStore}; the database itself serves nothing of a release whose agreement does not hold.
 */
@NullMarked
package org.reentryatlas.agreement;

import org.jspecify.annotations.NullMarked;
