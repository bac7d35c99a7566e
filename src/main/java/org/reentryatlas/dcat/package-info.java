/**
 * What is published, as catalogues for machines that harvest it: Project Open Data 1.1 and DCAT-US 3.0. Start at {@link
 * org.reentryatlas.dcat.CatalogRoutes}.
 */
@NullMarked
package org.reentryatlas.dcat;

import org.jspecify.annotations.NullMarked;
