package org.reentryatlas.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * With which a program fetches layers: no session, and no other route.
 *
 * @param name by which its owner knows it
 * @param licence the data-use licence that it is bound to; null for one that was made where none was kept
 * @param purpose of that licence; null without one
 * @param usedOn day of the last download; null before the first
 * @param owner whose it is, at the address of the program that came with it; an account that may not be used any more ends its keys
 */
public record ApiKey(
        UUID id,
        String name,
        List<Scope> scopes,
        @Nullable String licence,
        @Nullable String purpose,
        Instant expiresAt,
        @Nullable LocalDate usedOn,
        Account owner) {
    public ApiKey {
        scopes = List.copyOf(scopes);
    }

    /** What a key may fetch. */
    public enum Scope {
        /** Layers of releases, of the service directory and of services by area. */
        LAYERS,
        /** Layers of service gaps and of planned sites. */
        GAPS;

        /** As requests and the database write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same, of a program at an address. */
    ApiKey from(String address) {
        return new ApiKey(id, name, scopes, licence, purpose, expiresAt, usedOn, owner.from(address));
    }

    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }
}
