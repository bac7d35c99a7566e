package org.reentryatlas.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.identity.Agency;

/** People come together in one place: a resource fair, an orientation, a meeting of the coalition. */
record Gathering(
        String title,
        String description,
        LocalDateTime starts,
        LocalDateTime ends,
        @Nullable Place rally,
        String supervisionPart,
        String policePart,
        String partnersPart,
        List<Shift> shifts,
        String notes)
        implements Plan {
    Gathering(
            @JsonProperty("title") @Nullable String title,
            @JsonProperty("description") @Nullable String description,
            @JsonProperty(value = "starts", required = true) LocalDateTime starts,
            @JsonProperty(value = "ends", required = true) LocalDateTime ends,
            @JsonProperty("rally") @Nullable Place rally,
            @JsonProperty("supervisionPart") @Nullable String supervisionPart,
            @JsonProperty("policePart") @Nullable String policePart,
            @JsonProperty("partnersPart") @Nullable String partnersPart,
            @JsonProperty("shifts") @Nullable List<Shift> shifts,
            @JsonProperty("notes") @Nullable String notes) {
        this.title = Plan.text(title);
        this.description = Plan.text(description);
        this.starts = starts;
        this.ends = ends;
        this.rally = rally;
        this.supervisionPart = Plan.text(supervisionPart);
        this.policePart = Plan.text(policePart);
        this.partnersPart = Plan.text(partnersPart);
        this.shifts = shifts == null ? List.of() : List.copyOf(shifts);
        this.notes = Plan.text(notes);
    }

    @Override
    public String kind() {
        return "gathering";
    }

    @Override
    public boolean isPublic() {
        return true;
    }

    @Override
    public Map<String, Agency> owners() {
        return Map.of("supervisionPart", Agency.SUPERVISION, "policePart", Agency.POLICE);
    }

    @Override
    public void check(Faults faults) {
        checkWords(faults, title, description, supervisionPart, policePart, partnersPart, notes);
        Plan.checkTime(faults, starts, ends);
        if (rally != null) {
            rally.check(faults, "rally");
        }
        Shift.check(faults, shifts, starts, ends);
    }

    @Override
    public void checkComplete(Faults faults) {
        checkMeeting(faults, title, rally);
    }

    static void checkMeeting(Faults faults, String title, @Nullable Place rally) {
        faults.require(!title.isEmpty(), "title", "is empty");
        faults.require(rally != null, "rally", "is not there yet: where do people meet?");
    }

    static void checkWords(
            Faults faults,
            String title,
            String description,
            String supervisionPart,
            String policePart,
            String partnersPart,
            String notes) {
        faults.requireText("title", title, LONGEST_TITLE);
        faults.require(title.indexOf('\n') < 0, "title", "has more than one line");
        faults.requireText("description", description, LONGEST_TEXT);
        faults.requireText("supervisionPart", supervisionPart, LONGEST_TEXT);
        faults.requireText("policePart", policePart, LONGEST_TEXT);
        faults.requireText("partnersPart", partnersPart, LONGEST_TEXT);
        faults.requireText("notes", notes, LONGEST_TEXT);
    }
}
