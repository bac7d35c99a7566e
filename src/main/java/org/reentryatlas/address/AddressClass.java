package org.reentryatlas.address;

import java.util.Locale;

/** What became of an address: each ends in exactly one class. */
public enum AddressClass {
    /** One place, found by a method and with a score. */
    MATCHED,
    /** Several places fit equally well; none is taken. */
    AMBIGUOUS,
    /** An address that the reference does not hold. */
    UNMATCHED,
    PO_BOX,
    /** Words say that there is none: homeless, transient, general delivery. */
    NO_FIXED_ADDRESS,
    /** The place of a facility of the register: halfway house, shelter and the like. */
    GROUP_QUARTERS,
    /** A jail or prison, by its words or by the register. */
    CORRECTIONAL_FACILITY,
    /** Its city, state or ZIP is none of the reference's. */
    OUT_OF_JURISDICTION,
    /** Nothing, or words for nothing. */
    BLANK,
    RURAL_ROUTE;

    /** The code as tables and reports hold it, such as {@code po_box}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody at such an address is on the map. */
    public boolean isPlaced() {
        return this == MATCHED || this == GROUP_QUARTERS;
    }

    /**
     * The class of a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static AddressClass of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
