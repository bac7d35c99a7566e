package org.reentryatlas.intake;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.supervision.CaseloadRecord;
import org.reentryatlas.supervision.Residence;
import org.reentryatlas.table.Row;

/** Turns a row of a caseload into a record. */
final class RecordReader {
    private final Columns columns;
    private final Positions positions;
    private final Needs needs;
    private final LocalDate referenceDate;

    RecordReader(Columns columns, Positions positions, Needs needs, LocalDate referenceDate) {
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
        // Where somebody without a home was met is not where they live: such a position is not kept.
        LonLat place = residence.isPlaced() ? place(row, fields) : null;
        LocalDate start = past("start_date", fields);
        LocalDate end = fields.date("end_date");
        if (start != null && end != null && end.isBefore(start)) {
            throw fields.rejected("end_date", Reason.END_BEFORE_START, "the end lies before the start");
        }
        return new CaseloadRecord(
                id,
                residence,
                place == null ? "" : address(fields.text("address"), place),
                place,
                needs.read(fields),
                start,
                end,
                past("verified_on", fields));
    }

    private LonLat place(Row row, Fields fields) throws RowRejected {
        return positions
                .locate(row, fields)
                .orElseThrow(() -> fields.rejected(
                        "lon",
                        Reason.COORDINATES_MISSING,
                        "a residence needs coordinates; write another address_type if there is none"));
    }

    private @Nullable LocalDate past(String field, Fields fields) throws RowRejected {
        LocalDate date = fields.date(field);
        if (date != null && date.isAfter(referenceDate)) {
            throw fields.rejected(field, Reason.DATE_IN_FUTURE, "the date lies after the reference date");
        }
        return date;
    }

    /** People at one spelling, or at one position when there is no text, count as one address. */
    private static String address(String text, LonLat place) {
        return text.isEmpty()
                ? place.longitude() + " " + place.latitude()
                : text.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
