package org.reentryatlas.audit;

import java.util.Arrays;

/** What is recorded: the closed list, which a check of the table holds, too. Each says what its object is. */
public enum Action {
    SESSION_STARTED("session.started", "account", Purpose.ACCESS),
    SESSION_ENDED("session.ended", "account", Purpose.ACCESS),
    /** Somebody signed in asked for what is not theirs. */
    ACCESS_REFUSED("access.refused", "request", Purpose.ACCESS),
    ACCOUNT_ADDED("account.added", "account", Purpose.ADMINISTRATION),
    ACCOUNT_REVOKED("account.revoked", "account", Purpose.ADMINISTRATION),
    /** Its password, its second factor, as whom a provider knows it, its training, or that it is released. */
    ACCOUNT_CHANGED("account.changed", "account", Purpose.ADMINISTRATION),
    /** Somebody looked at it, and it stays. */
    ACCOUNT_REVIEWED("account.reviewed", "account", Purpose.ADMINISTRATION),
    /** A key with which a program fetches layers. */
    KEY_MADE("key.made", "key", Purpose.ADMINISTRATION),
    KEY_REVOKED("key.revoked", "key", Purpose.ADMINISTRATION),
    AGREEMENT_ADDED("agreement.added", "agreement", Purpose.ADMINISTRATION),
    /** Suspended, resumed or ended. */
    AGREEMENT_DECIDED("agreement.decided", "agreement", Purpose.ADMINISTRATION),
    PLAN_CREATED("plan.created", "plan", Purpose.PLANNING),
    PLAN_SAVED("plan.saved", "plan", Purpose.PLANNING),
    PLAN_CONSENTED("plan.consented", "plan", Purpose.PLANNING),
    PLAN_PUBLISHED("plan.published", "plan", Purpose.PLANNING),
    PLAN_CANCELLED("plan.cancelled", "plan", Purpose.PLANNING),
    PLAN_REINSTATED("plan.reinstated", "plan", Purpose.PLANNING),
    PLAN_RESULT_WRITTEN("plan.result_written", "plan", Purpose.PLANNING),
    PLAN_REMARKED("plan.remarked", "plan", Purpose.PLANNING),
    /** An agency took on what a roster proposes to it, and agreed. */
    TOUR_AGREED("tour.agreed", "plan", Purpose.PLANNING),
    /** That, and never what: nobody reads what a tour found. */
    OUTCOME_WRITTEN("outcome.written", "plan", Purpose.PLANNING),
    OUTCOMES_PUBLISHED("outcomes.published", "quarter", Purpose.PUBLICATION),
    SIGN_UP_REMOVED("sign_up.removed", "sign_up", Purpose.PLANNING),
    FEED_MADE("feed.made", "feed", Purpose.PLANNING),
    FEED_REVOKED("feed.revoked", "feed", Purpose.PLANNING),
    DATA_LOADED("data.loaded", "data_set", Purpose.REFERENCE_DATA),
    DATA_REMOVED("data.removed", "data_set", Purpose.REFERENCE_DATA),
    CASELOAD_LOADED("caseload.loaded", "caseload", Purpose.SUPERVISION_DATA),
    /** Raw addresses and positions were destroyed. */
    CASELOAD_PURGED("caseload.purged", "caseload", Purpose.RETENTION),
    /** Made as it would be published, to be signed by two people. */
    RELEASE_PREPARED("release.prepared", "release", Purpose.PUBLICATION),
    /** A file of what was prepared. */
    RELEASE_READ("release.read", "release", Purpose.PUBLICATION),
    /** By the data steward. */
    RELEASE_SIGNED("release.signed", "release", Purpose.PUBLICATION),
    /** By a privacy officer. */
    RELEASE_APPROVED("release.approved", "release", Purpose.PUBLICATION),
    RELEASE_SENT_BACK("release.sent_back", "release", Purpose.PUBLICATION),
    RELEASE_PUBLISHED("release.published", "release", Purpose.PUBLICATION),
    /** Somebody looked whether it should still be public. */
    RELEASE_RECHECKED("release.rechecked", "release", Purpose.PUBLICATION),
    RELEASE_EXPORTED("release.exported", "release", Purpose.DISCLOSURE),
    /** With the key of a program. */
    LAYER_EXPORTED("layer.exported", "layer", Purpose.DISCLOSURE),
    /** The accounting of disclosures. */
    DISCLOSURE_READ("disclosure.read", "disclosure", Purpose.AUDIT),
    /** The restricted report about a release. */
    REPORT_WRITTEN("report.written", "release", Purpose.DISCLOSURE),
    /** What a coalition says of its own work, as a draft. */
    ASSESSMENT_SAVED("assessment.saved", "assessment", Purpose.PLANNING),
    /** Everybody reads it. */
    ASSESSMENT_FINISHED("assessment.finished", "assessment", Purpose.PUBLICATION),
    GAP_RUN_PUBLISHED("gap_run.published", "gap_run", Purpose.PUBLICATION),
    GAP_PLAN_PUBLISHED("gap_plan.published", "gap_plan", Purpose.PUBLICATION),
    GAP_PLAN_WITHDRAWN("gap_plan.withdrawn", "gap_plan", Purpose.PUBLICATION),
    AUDIT_READ("audit.read", "entry", Purpose.AUDIT),
    AUDIT_HEAD_EXPORTED("audit.head_exported", "entry", Purpose.AUDIT),
    /** Written by the database alone: up to which entry others were removed when their time was over. */
    AUDIT_PURGED("audit.purged", "entry", Purpose.RETENTION);

    private final String code;
    private final String objectKind;
    private final Purpose purpose;

    Action(String code, String objectKind, Purpose purpose) {
        this.code = code;
        this.objectKind = objectKind;
        this.purpose = purpose;
    }

    /** In the log. */
    public String code() {
        return code;
    }

    String objectKind() {
        return objectKind;
    }

    Purpose purpose() {
        return purpose;
    }

    /** Whether it is the code of one, or the beginning of some with a star, as in {@code plan.*}. */
    public static boolean isSearch(String text) {
        String beginning = text.substring(0, Math.max(0, text.length() - 1));
        return Arrays.stream(values())
                .anyMatch(action ->
                        action.code.equals(text) || (text.endsWith(".*") && action.code.startsWith(beginning)));
    }
}
