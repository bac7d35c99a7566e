package org.reentryatlas.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.table.Row;
import org.reentryatlas.upkeep.ServiceRequest;

/** Makes service requests of rows. Columns with an address or with words of whoever asked are not among its fields, so never read. */
final class RequestReader {
    static final Map<String, List<String>> SYNONYMS = synonyms();

    private final Columns columns;
    private final Positions positions;
    private final RequestLoad.Options options;
    private long strangeStates;

    RequestReader(Columns columns, Positions positions, RequestLoad.Options options) {
        this.columns = columns;
        this.positions = positions;
        this.options = options;
    }

    private static Map<String, List<String>> synonyms() {
        Map<String, List<String>> synonyms = new HashMap<>(Positions.SYNONYMS);
        synonyms.put(
                "id",
                List.of(
                        "service_request_id",
                        "servicerequestid",
                        "request_id",
                        "sr_number",
                        "case_id",
                        "caseid",
                        "case_enquiry_id",
                        "unique_key",
                        "ticket_id",
                        "reference_number",
                        "objectid"));
        synonyms.put(
                "service",
                List.of(
                        "service_name",
                        "servicecodedescription",
                        "sr_type",
                        "request_type",
                        "service_type",
                        "complaint_type",
                        "issue_type",
                        "case_type",
                        "category",
                        "type"));
        synonyms.put(
                "opened",
                List.of(
                        "requested_datetime",
                        "adddate",
                        "created_date",
                        "createddate",
                        "opened_date",
                        "open_dt",
                        "open_date",
                        "date_created",
                        "datetimeinit",
                        "created_at"));
        synonyms.put(
                "closed",
                List.of(
                        "closed_datetime",
                        "resolutiondate",
                        "closed_date",
                        "closeddate",
                        "closed_dt",
                        "close_date",
                        "date_closed",
                        "datetimeclosed",
                        "closed_at",
                        "resolved_date"));
        synonyms.put("updated", List.of("updated_datetime", "updated_date", "last_updated", "updated_at"));
        synonyms.put("status", List.of("serviceorderstatus", "status_description", "request_status", "case_status"));
        return synonyms;
    }

    /** How many rows had a state that no list of ours has. */
    long strangeStates() {
        return strangeStates;
    }

    ServiceRequest read(Row row) throws RowRejected {
        Fields fields = new Fields(row, columns);
        String id = fields.key("id");
        RequestState state = state(fields);
        LocalDate opened = day(fields, "opened");
        if (opened == null) {
            throw fields.rejected("opened", Reason.VALUE_MISSING, "a value is required");
        }
        // Of what is open, some exports have the first day of their calendar here.
        LocalDate closed = state == RequestState.CLOSED ? closed(fields, opened) : null;
        LonLat place = positions
                .locate(row, fields)
                .orElseThrow(() -> fields.rejected("lon", Reason.COORDINATES_MISSING, "a request needs a position"));
        return new ServiceRequest(
                id,
                options.kindOfAll().orElse(null),
                options.kindOfAll().isPresent() ? "" : fields.text("service"),
                opened,
                closed,
                state == RequestState.OPEN,
                state == RequestState.REPEATED,
                place);
    }

    private RequestState state(Fields fields) throws RowRejected {
        String word = fields.text("status");
        Optional<RequestState> said = RequestState.of(word);
        if (said.filter(state -> state == RequestState.WITHDRAWN).isPresent()) {
            throw fields.rejected("status", Reason.WITHDRAWN, "its agency has taken it back");
        }
        if (said.isEmpty() && !word.isEmpty()) {
            strangeStates++;
        }
        return said.orElseGet(() -> fields.text("closed").isEmpty() ? RequestState.OPEN : RequestState.CLOSED);
    }

    /** The day of the end. Open311 has none but that of the last change, which of a closed request is its closing. */
    private @Nullable LocalDate closed(Fields fields, LocalDate opened) throws RowRejected {
        String field = fields.text("closed").isEmpty() ? "updated" : "closed";
        LocalDate closed = day(fields, field);
        if (closed != null && closed.isBefore(opened)) {
            throw fields.rejected(field, Reason.END_BEFORE_START, "it was closed before it was opened");
        }
        return closed;
    }

    private @Nullable LocalDate day(Fields fields, String field) throws RowRejected {
        String value = fields.text(field);
        if (value.isEmpty()) {
            return null;
        }
        LocalDate day = RequestDays.read(value, options.timeZone())
                .orElseThrow(() -> fields.rejected(
                        field, Reason.DATE_INVALID, "write dates as 2026-06-30, 2026-06-30T08:05:00Z or 6/30/2026"));
        if (day.isAfter(options.today())) {
            throw fields.rejected(field, Reason.DATE_IN_FUTURE, "it lies in the future");
        }
        return day;
    }
}
