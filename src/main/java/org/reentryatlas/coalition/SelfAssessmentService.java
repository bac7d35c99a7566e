package org.reentryatlas.coalition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.http.Merge;
import org.reentryatlas.http.Problem.FieldError;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.identity.Account;

/** What may be done with assessments: written, made final, corrected. Two who write at once lose nothing. */
final class SelfAssessmentService {
    private final Questions questions;
    private final Database desk;
    private final ZoneId zone;

    SelfAssessmentService(Questions questions, Database desk, ZoneId zone) {
        this.questions = questions;
        this.desk = desk;
        this.zone = zone;
    }

    /**
     * What came of writing a change.
     *
     * @param merged fields that somebody else had changed meanwhile, and that were kept as they left them
     */
    record Saved(Stored stored, List<String> merged) {}

    Questions questions() {
        return questions;
    }

    /** Keeps a draft, of the newest edition unless another is named. */
    Stored create(SelfAssessment sent, Account account) {
        SelfAssessment mine = sent.edition() == 0 ? sent.ofEdition(questions.newest()) : sent;
        mine.check(questions);
        return desk.inTransaction(handle -> {
            SelfAssessmentStore store = new SelfAssessmentStore(handle);
            UUID id = store.add(mine, account);
            Audit.on(handle).done(account.by(), Action.ASSESSMENT_SAVED, id.toString());
            return version(store, id, null);
        });
    }

    /**
     * Writes a change as the newest version. What only somebody else changed since is kept as they left it.
     *
     * @param base of which version it is a change
     * @throws ProblemException if both answered the same question in another way, or it is of another edition
     */
    Saved save(UUID id, int base, SelfAssessment sent, Account account) {
        return desk.inTransaction(handle -> {
            SelfAssessmentStore store = new SelfAssessmentStore(handle);
            Stored current = locked(store, id);
            int edition = current.assessment().edition();
            if (sent.edition() != 0 && sent.edition() != edition) {
                throw ProblemException.invalid(List.of(new FieldError("edition", "cannot be changed")));
            }
            SelfAssessment mine = sent.ofEdition(edition);
            mine.check(questions);
            SelfAssessment before = version(store, id, base).assessment();
            Merge merge = Merge.of(before.fields(), current.assessment().fields(), mine.fields());
            merge.requireNoConflict();
            SelfAssessment joined = SelfAssessment.ofFields(edition, merge.body());
            joined.check(questions);
            if (joined.equals(current.assessment())) {
                return new Saved(current, merge.theirs());
            }
            store.addVersion(id, current.version() + 1, joined, account);
            Audit.on(handle).done(account.by(), Action.ASSESSMENT_SAVED, id.toString());
            return new Saved(version(store, id, null), merge.theirs());
        });
    }

    /**
     * The newest version becomes what everybody reads.
     *
     * @throws ProblemException if there is a newer one, or something is missing
     */
    Stored finish(UUID id, int version, Account account) {
        return desk.inTransaction(handle -> {
            SelfAssessmentStore store = new SelfAssessmentStore(handle);
            Stored current = locked(store, id);
            if (current.version() != version) {
                throw ProblemException.conflict(
                        "CHANGED_MEANWHILE", "Somebody wrote a newer version.", "Read it and decide again.");
            }
            current.assessment().checkFinal(LocalDate.now(Clock.system(zone)));
            if (!Integer.valueOf(version).equals(current.finalVersion())) {
                store.setFinal(id);
                Audit.on(handle).done(account.by(), Action.ASSESSMENT_FINISHED, id.toString());
            }
            return version(store, id, null);
        });
    }

    /** By day: those that are final, or all as they were written last. */
    List<Stored> list(boolean isFinal) {
        return desk.read(handle -> new SelfAssessmentStore(handle).list(isFinal));
    }

    /** As it was written last, or in an earlier version. */
    Stored read(UUID id, @Nullable Integer version) {
        return desk.read(handle -> version(new SelfAssessmentStore(handle), id, version));
    }

    Stored readFinal(UUID id) {
        return desk.read(
                handle -> new SelfAssessmentStore(handle).findFinal(id).orElseThrow(SelfAssessmentService::notThere));
    }

    private static Stored locked(SelfAssessmentStore store, UUID id) {
        if (!store.lock(id)) {
            throw notThere();
        }
        return version(store, id, null);
    }

    private static Stored version(SelfAssessmentStore store, UUID id, @Nullable Integer version) {
        return store.find(id, version).orElseThrow(SelfAssessmentService::notThere);
    }

    static ProblemException notThere() {
        return ProblemException.notFound("There is no such assessment or version of it, or it is not final.");
    }
}
