/**
 * Two people sign a release before it is public: a data steward who prepared it, and a privacy officer who read it; and what is public is looked at again each quarter. Start
 * at {@link org.reentryatlas.approval.Proposal}. The database itself refuses a second signature of the same account.
 */
@NullMarked
package org.reentryatlas.approval;

import org.jspecify.annotations.NullMarked;
