package org.reentryatlas.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What left: a line of the accounting of disclosures (5 U.S.C. 552a(c)).
 *
 * @param day as UTC counts them
 * @param nature an export on the command line, or what a program fetched
 * @param licence identifier and version, such as {@code DUL-1 version 1}; empty of a key that is bound to none
 * @param under the agreement of the release, in the same way
 * @param layer its identifier, {@code release} for the whole of it or {@code all} for every file
 * @param format its parameter, or {@code all}
 * @param files names, in the order of their digests
 * @param digests SHA-256, hexadecimal
 * @param fingerprint of the stamp; empty without a licence
 * @param keyId of the key that fetched it; null on the command line
 * @param downloads how often on the day
 * @param madeBy user of the machine or name of the account
 */
public record Disclosure(
        LocalDate day,
        String nature,
        String purpose,
        String recipient,
        String address,
        String licence,
        String under,
        String releaseId,
        String layer,
        String format,
        List<String> files,
        List<String> digests,
        String fingerprint,
        @Nullable UUID keyId,
        int downloads,
        String madeBy) {
    public Disclosure {
        files = List.copyOf(files);
        digests = List.copyOf(digests);
    }
}
