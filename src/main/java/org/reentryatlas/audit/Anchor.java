package org.reentryatlas.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an entry about a purge says of the last entry that was removed, so that the chain can be followed from there.
 *
 * @param saidBy the number of the entry that says it
 * @param isOldEnough whether that entry's time really was over
 */
record Anchor(long seq, String hash, long saidBy, boolean isOldEnough) {
    private static final int YEARS = 5;
    private static final Pattern WORDS = Pattern.compile("([0-9]{1,18}) ([0-9]{1,15}) ([0-9a-f]{64})");

    static Optional<Anchor> of(Recorded entry) {
        Matcher words = WORDS.matcher(entry.objectId());
        if (!entry.action().equals(Action.AUDIT_PURGED.code()) || !words.matches()) {
            return Optional.empty();
        }
        Instant removed = Instant.ofEpochMilli(Long.parseLong(words.group(2)));
        Instant youngest = entry.at()
                .atOffset(ZoneOffset.UTC)
                .minusYears(YEARS)
                .plusDays(1)
                .toInstant();
        return Optional.of(
                new Anchor(Long.parseLong(words.group(1)), words.group(3), entry.seq(), removed.isBefore(youngest)));
    }
}
