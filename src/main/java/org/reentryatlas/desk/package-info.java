/**
 * The desk of those who watch over the service: releases that wait for a signature, what is public and to be looked at again, agreements, accounts and the audit
 * log. Start at {@link org.reentryatlas.desk.ProposalRoutes}. Nothing here reaches the restricted schema; who may use which route says {@code identity}.
 */
@NullMarked
package org.reentryatlas.desk;

import org.jspecify.annotations.NullMarked;
