package org.reentryatlas.provider;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of a directory on its way in. Everything is text as the file has it, except that fields are named as HSDS
 * 3.0 names them, and that what a program must understand was read by whoever made the record: {@code lon} and {@code
 * lat} (WGS 84), {@code assured_date} (ISO), {@code minimum_age}, {@code maximum_age}, {@code capacity}, {@code
 * accepts_records}, {@code confidential}, {@code wheelchair}, {@code weekday}, {@code opens_at}, {@code closes_at}.
 *
 * @param key its identifier in the source; null for what has none
 * @param owners the identifiers of the records that it belongs to, by their kind
 * @param embedded whether it was found inside another record, where it may be told again and in part
 * @param fields its values by name; empty ones are left out
 */
public record DirectoryRecord(
        Kind kind, @Nullable String key, Map<Kind, String> owners, boolean embedded, Map<String, String> fields) {
    public DirectoryRecord {
        owners = Map.copyOf(owners);
        fields = Map.copyOf(fields);
    }
}
