package org.reentryatlas.coalition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Json;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.identity.Account;

/** Assessments from elsewhere, as the page would have written them. */
public final class Assessing {
    private final SelfAssessmentService service;

    /**
     * On one role.
     *
     * @param desk keeps assessments
     * @param zone of the jurisdiction
     */
    public Assessing(Database desk, ZoneId zone) {
        this.service = new SelfAssessmentService(Questions.load(), desk, zone);
    }

    /** Whether there is none yet, not even a draft. */
    public boolean isEmpty() {
        return service.list(false).isEmpty();
    }

    /**
     * Keeps an assessment.
     *
     * @param assessment as the interface takes it
     * @param isFinal whether everybody reads it
     * @throws ProblemException if the page would have refused it
     */
    public void keep(JsonNode assessment, boolean isFinal, Account account) {
        Stored draft = service.create(Json.MAPPER.convertValue(assessment, SelfAssessment.class), account);
        if (isFinal) {
            service.finish(draft.id(), draft.version(), account);
        }
    }
}
