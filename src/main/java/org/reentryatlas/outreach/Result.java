package org.reentryatlas.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a clean-up or a gathering.
 *
 * @param hours that all volunteers worked together
 * @param scoreBefore appearance of the blocks from 1 (no litter) to 4 (extreme), as Keep America Beautiful's index has it; null if
 *     nobody looked
 * @param photos addresses of pictures, which lie elsewhere
 * @param handedOut leaflets and kits
 */
record Result(
        int volunteers,
        int hours,
        int bags,
        @Nullable Double scoreBefore,
        @Nullable Double scoreAfter,
        int handedOut,
        List<String> photos,
        String followUps) {
    private static final int MOST = 100_000;
    private static final int MOST_PHOTOS = 20;

    Result(
            @JsonProperty("volunteers") int volunteers,
            @JsonProperty("hours") int hours,
            @JsonProperty("bags") int bags,
            @JsonProperty("scoreBefore") @Nullable Double scoreBefore,
            @JsonProperty("scoreAfter") @Nullable Double scoreAfter,
            @JsonProperty("handedOut") int handedOut,
            @JsonProperty("photos") @Nullable List<String> photos,
            @JsonProperty("followUps") @Nullable String followUps) {
        this.volunteers = volunteers;
        this.hours = hours;
        this.bags = bags;
        this.scoreBefore = scoreBefore;
        this.scoreAfter = scoreAfter;
        this.handedOut = handedOut;
        this.photos = photos == null ? List.of() : List.copyOf(photos);
        this.followUps = Plan.text(followUps);
    }

    void check(Faults faults) {
        requireCount(faults, "volunteers", volunteers);
        requireCount(faults, "hours", hours);
        requireCount(faults, "bags", bags);
        requireCount(faults, "handedOut", handedOut);
        requireScore(faults, "scoreBefore", scoreBefore);
        requireScore(faults, "scoreAfter", scoreAfter);
        faults.require(photos.size() <= MOST_PHOTOS, "photos", "are more than " + MOST_PHOTOS);
        for (int i = 0; i < photos.size(); i++) {
            // Whatever else a link could do, it is none to a picture.
            faults.requireText("photos[" + i + "]", photos.get(i), 500);
            faults.require(
                    photos.get(i).matches("https://[^\\s<>\"']{3,500}"), "photos[" + i + "]", "is no https address");
        }
        faults.requireText("followUps", followUps, Plan.LONGEST_TEXT);
    }

    private static void requireCount(Faults faults, String field, int count) {
        faults.require(count >= 0 && count <= MOST, field, "is not from 0 to " + MOST);
    }

    private static void requireScore(Faults faults, String field, @Nullable Double score) {
        faults.require(score == null || (score >= 1 && score <= 4), field, "is not from 1 to 4");
    }
}
