package org.reentryatlas.agreement;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A data-sharing agreement as it was signed: a memorandum of understanding between agencies, an agreement on data of one source, or the licence of
 * one recipient of exports.
 *
 * @param id by which it is named, such as {@code DSA-2026-01}
 * @param parties who signed it
 * @param legalAuthority the statute or rule that allows it
 * @param purposes of a closed list
 * @param elements fields of a caseload that may be transferred, by their names here
 * @param population whose data they are
 * @param area where they live
 * @param transfer how often and by what way
 * @param roles who may use what is loaded
 * @param linkage whether they may be joined with other data about people; what is published never can
 * @param redisclosure to whom else they may go
 * @param security the rules that they are kept by
 * @param retentionDays after how many days raw addresses are destroyed at the latest
 * @param starts the first day on which it holds
 * @param ends the last
 * @param licence whom and under what, of a data-use licence; {@link Licence#NONE} of every other agreement
 */
public record Agreement(
        String id,
        Kind kind,
        List<Party> parties,
        String legalAuthority,
        List<Purpose> purposes,
        List<String> elements,
        String population,
        String area,
        String transfer,
        List<String> roles,
        boolean linkage,
        OutputRule outputRule,
        String redisclosure,
        String security,
        int retentionDays,
        Breach breach,
        String auditRight,
        LocalDate starts,
        LocalDate ends,
        List<Signature> signatures,
        Licence licence) {

    /** What it is, as the field names them. */
    public enum Kind {
        /** Memorandum of understanding. */
        MOU,
        /** Data-sharing agreement. */
        DSA,
        /** Data-use licence. */
        DUL
    }

    /** What data may be used for. */
    public enum Purpose {
        AGGREGATE_PUBLICATION,
        SERVICE_PLANNING,
        OUTREACH_PLANNING,
        EVALUATION;

        /** As agreements and commands write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** That of a code. */
        public static Optional<Purpose> of(String code) {
            return Arrays.stream(values())
                    .filter(purpose -> purpose.code().equals(code))
                    .findFirst();
        }
    }

    /** Who signed, and whom to write to: a post and no person. */
    public record Party(String name, String contact) {}

    /**
     * What may be published.
     *
     * @param k the smallest count that may be shown
     * @param review whether somebody else than who prepares it reads a release before
     */
    public record OutputRule(int k, boolean review) {}

    /** Whom to tell of a breach, and within how many hours. */
    public record Breach(String contact, int hours) {}

    /** A signature that is on file with a party. */
    public record Signature(String party, LocalDate day) {}

    /**
     * What a data-use licence says beside what every agreement says.
     *
     * @param recipient the party that is not ours
     * @param address where it is, as an accounting of disclosures names it
     * @param under the agreement whose data it is about
     */
    public record Licence(String recipient, String address, String under) {
        /** Of an agreement that is none. */
        public static final Licence NONE = new Licence("", "", "");
    }

    public Agreement {
        parties = List.copyOf(parties);
        purposes = List.copyOf(purposes);
        elements = List.copyOf(elements);
        roles = List.copyOf(roles);
        signatures = List.copyOf(signatures);
    }

    public boolean hasLicence() {
        return kind == Kind.DUL;
    }

    public boolean allows(Purpose purpose) {
        return purposes.contains(purpose);
    }
}
