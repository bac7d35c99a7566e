package org.reentryatlas.intake;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.supervision.CaseloadRecord;
import org.reentryatlas.supervision.Residence;
import org.reentryatlas.table.Row;

/** Turns a row of a caseload into a record. */
final class RecordReader {
    /** What agencies write about an address of a person who has several, and whether the person lives there. */
    private static final Map<String, Boolean> CURRENT_BY_STATUS = Map.of(
            "current", true, "cur", true, "prior", false, "pri", false, "former", false, "contact", false, "con", false,
            "mailing", false, "mail", false);

    private final Columns columns;
    private final @Nullable Positions positions;
    private final Needs needs;
    private final LocalDate referenceDate;

    /** @param positions null when the file has addresses only */
    RecordReader(Columns columns, @Nullable Positions positions, Needs needs, LocalDate referenceDate) {
        this.columns = columns;
        this.positions = positions;
        this.needs = needs;
        this.referenceDate = referenceDate;
    }

    CaseloadRecord read(Row row) throws RowRejected {
        Fields fields = new Fields(row, columns);
        String id = fields.key("record_id");
        Residence residence = Residence.find(fields.text("address_type"));
        if (residence == null) {
            throw fields.rejected(
                    "address_type",
                    Reason.VALUE_UNKNOWN,
                    "write residence, halfway_house, shelter,"
                            + " no_fixed_address, correctional_facility, po_box, out_of_jurisdiction or unknown");
        }
        LocalDate start = past("start_date", fields);
        LocalDate end = fields.date("end_date");
        requireOrder(start, end, "end_date", fields);
        LocalDate from = fields.date("residence_from");
        LocalDate to = fields.date("residence_to");
        requireOrder(from, to, "residence_to", fields);
        // Where somebody without a home was met is not where they live: such a position is not kept.
        boolean placed = residence.isPlaced();
        return new CaseloadRecord(
                id,
                residence,
                placed ? fields.text("address") : "",
                placed ? fields.text("city") : "",
                placed ? fields.text("postal_code") : "",
                placed && positions != null ? positions.locate(row, fields).orElse(null) : null,
                fields.text("stated_area"),
                isCurrent(fields, from, to),
                from,
                needs.read(fields),
                start,
                end,
                past("verified_on", fields));
    }

    /** Whether the address holds on the reference date: a period is half-open, [from, to). */
    private boolean isCurrent(Fields fields, @Nullable LocalDate from, @Nullable LocalDate to) throws RowRejected {
        String status = fields.text("residence_status").toLowerCase(Locale.ROOT);
        Boolean current = status.isEmpty() ? Boolean.TRUE : CURRENT_BY_STATUS.get(status);
        if (current == null) {
            throw fields.rejected("residence_status", Reason.VALUE_UNKNOWN, "write current, prior, contact or mailing");
        }
        return current && (from == null || !from.isAfter(referenceDate)) && (to == null || to.isAfter(referenceDate));
    }

    private static void requireOrder(@Nullable LocalDate start, @Nullable LocalDate end, String endField, Fields fields)
            throws RowRejected {
        if (start != null && end != null && end.isBefore(start)) {
            throw fields.rejected(endField, Reason.END_BEFORE_START, "the end lies before the start");
        }
    }

    private @Nullable LocalDate past(String field, Fields fields) throws RowRejected {
        LocalDate date = fields.date(field);
        if (date != null && date.isAfter(referenceDate)) {
            throw fields.rejected(field, Reason.DATE_IN_FUTURE, "the date lies after the reference date");
        }
        return date;
    }
}
