package org.reentryatlas.presence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.http.Problem.FieldError;
import org.reentryatlas.http.ProblemException;

/**
 * What a tour found at the homes that it visited.
 *
 * @param contacted where whom it was to meet was met
 * @param notHome where nobody opened
 * @param moved where somebody else lives by now
 * @param badAddress where there is no such home
 */
record Outcome(int contacted, int notHome, int moved, int badAddress) {
    private static final int MOST = 60;

    @JsonCreator
    static Outcome of(
            @JsonProperty("contacted") @Nullable Integer contacted,
            @JsonProperty("notHome") @Nullable Integer notHome,
            @JsonProperty("moved") @Nullable Integer moved,
            @JsonProperty("badAddress") @Nullable Integer badAddress) {
        return new Outcome(whole(contacted), whole(notHome), whole(moved), whole(badAddress));
    }

    private static int whole(@Nullable Integer given) {
        return given == null ? 0 : given;
    }

    /** What it is must not be in any log. */
    @Override
    public String toString() {
        return "Outcome";
    }

    /**
     * Holds it to what a tour can find.
     *
     * @throws ProblemException naming the numbers that cannot be
     */
    void check() {
        List<FieldError> faults = new ArrayList<>();
        requireCount(faults, "contacted", contacted);
        requireCount(faults, "notHome", notHome);
        requireCount(faults, "moved", moved);
        requireCount(faults, "badAddress", badAddress);
        if (faults.isEmpty()) {
            int visits = contacted + notHome + moved + badAddress;
            if (visits < 1 || visits > MOST) {
                faults.add(new FieldError("contacted", "and the others are not 1 to " + MOST + " visits together"));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private static void requireCount(List<FieldError> faults, String field, int count) {
        if (count < 0 || count > MOST) {
            faults.add(new FieldError(field, "is not from 0 to " + MOST));
        }
    }
}
