/**
 * Open reference data: the address points of a jurisdiction. They say where anybody lives at all, which is public, and
 * never who; {@link org.reentryatlas.address.AddressStore} keeps them.
 */
@NullMarked
package org.reentryatlas.address;

import org.jspecify.annotations.NullMarked;
