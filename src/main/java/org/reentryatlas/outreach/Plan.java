package org.reentryatlas.outreach;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.identity.Agency;

/** What is written about something that is to happen, as JSON has it. Times are local to the jurisdiction. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CleanUp.class, name = "clean_up"),
    @JsonSubTypes.Type(value = Gathering.class, name = "gathering"),
    @JsonSubTypes.Type(value = Tour.class, name = "tour"),
    @JsonSubTypes.Type(value = Patrol.class, name = "patrol")
})
sealed interface Plan permits CleanUp, Gathering, Tour, Patrol {
    int LONGEST_KEY = 40;
    int LONGEST_TITLE = 120;
    int LONGEST_TEXT = 4_000;
    Duration LONGEST = Duration.ofHours(24);

    /** What people call it; empty where its kind and beat say it. */
    default String title() {
        return "";
    }

    LocalDateTime starts();

    LocalDateTime ends();

    /** Of its kind, as the database has it. */
    String kind();

    /** Whether everybody may see it once it is published. */
    @JsonIgnore
    boolean isPublic();

    /** Who has to agree to it. */
    default Set<Agency> parties() {
        return Set.of(Agency.values());
    }

    /** Where people meet; null where that is not known, or nobody else's business. */
    default @Nullable Place rally() {
        return null;
    }

    /** Block ranges as people say them. */
    default List<String> sites() {
        return List.of();
    }

    /** Where what was collected is fetched. */
    default List<Place> collectionPoints() {
        return List.of();
    }

    default List<Shift> shifts() {
        return List.of();
    }

    /** Codes of the posts of all who are on it, proposed or not. */
    default Set<String> officers() {
        return Set.of();
    }

    /** Keys of areas that it names itself; those of its places are found. */
    default List<String> namedAreas() {
        return List.of();
    }

    /** Fields that one agency alone writes. */
    Map<String, Agency> owners();

    /** Gathers what is wrong with it, drafts too. */
    void check(Faults faults);

    /** Gathers what is still missing before both agencies can agree to it. */
    void checkComplete(Faults faults);

    /** What holds of the time of every plan. */
    static void checkTime(Faults faults, LocalDateTime starts, LocalDateTime ends) {
        boolean isInReach = starts.getYear() >= 2000 && starts.getYear() <= 2200;
        faults.require(isInReach, "starts", "is not in these centuries");
        faults.require(ends.isAfter(starts), "ends", "is not after it starts");
        faults.require(!isInReach || !ends.isAfter(starts.plus(LONGEST)), "ends", "is more than a day after it starts");
    }

    /** A text that may be left out. */
    static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
