/** What tests share: databases, a small city, the command line. */
@NullMarked
package org.reentryatlas.support;

import org.jspecify.annotations.NullMarked;
