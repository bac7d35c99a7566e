package org.reentryatlas.duplicate;

import java.util.regex.Pattern;

/** A listing with the forms in which its fields are compared, each made once. */
record Profile(Listing listing, Words name, Words organization, StreetAddress address, String phone, WebAddress web) {
    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D+");
    private static final int PHONE_DIGITS = 10;

    static Profile of(Listing listing) {
        return new Profile(
                listing,
                Words.of(listing.name()),
                Words.of(listing.organization()),
                StreetAddress.of(listing.address()),
                phone(listing.phone()),
                WebAddress.of(listing.url()));
    }

    /** The ten digits of the first North American number in the text, without the country's 1; empty where there are fewer. */
    private static String phone(String text) {
        String digits = NOT_A_DIGIT.matcher(text).replaceAll("");
        String national = digits.startsWith("1") ? digits.substring(1) : digits;
        return national.length() < PHONE_DIGITS ? "" : national.substring(0, PHONE_DIGITS);
    }
}
