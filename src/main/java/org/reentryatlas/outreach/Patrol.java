package org.reentryatlas.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.identity.Agency;

/**
 * An officer is in a beat to talk and to hand out what helps, not to enforce.
 *
 * @param area key of the beat
 * @param way on foot or by bicycle
 * @param officer code of a post, and no name
 */
record Patrol(String area, LocalDateTime starts, LocalDateTime ends, String way, String officer) implements Plan {
    static final Set<String> WAYS = Set.of("foot", "bicycle");

    Patrol(
            @JsonProperty("area") @Nullable String area,
            @JsonProperty(value = "starts", required = true) LocalDateTime starts,
            @JsonProperty(value = "ends", required = true) LocalDateTime ends,
            @JsonProperty("way") @Nullable String way,
            @JsonProperty("officer") @Nullable String officer) {
        this.area = Plan.text(area);
        this.starts = starts;
        this.ends = ends;
        this.way = way == null ? "foot" : way;
        this.officer = Plan.text(officer);
    }

    @Override
    public String kind() {
        return "patrol";
    }

    @Override
    public boolean isPublic() {
        return false;
    }

    @Override
    public List<String> namedAreas() {
        return area.isEmpty() ? List.of() : List.of(area);
    }

    @Override
    public Set<String> officers() {
        return officer.isEmpty() ? Set.of() : Set.of(officer);
    }

    @Override
    public Set<Agency> parties() {
        return Set.of(Agency.POLICE);
    }

    @Override
    public Map<String, Agency> owners() {
        return Map.of("officer", Agency.POLICE);
    }

    @Override
    public void check(Faults faults) {
        Plan.checkTime(faults, starts, ends);
        faults.requireText("area", area, LONGEST_KEY);
        faults.require(WAYS.contains(way), "way", "is neither foot nor bicycle");
        Tour.requireCode(faults, "officer", officer);
    }

    @Override
    public void checkComplete(Faults faults) {
        faults.require(!area.isEmpty(), "area", "is empty: which beat?");
        faults.require(!officer.isEmpty(), "officer", "is empty: who goes?");
    }
}
