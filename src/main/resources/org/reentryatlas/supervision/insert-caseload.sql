insert into supervision.caseload
    (reference_date, source, fingerprint, rows_read, rows_accepted, rejected, needs_removed, raw_until)
values (:referenceDate, :source, :fingerprint, :rowsRead,
        (select count(*) from classified),
        jsonb_object(:reasons, cast(cast(:counts as bigint[]) as text[])),
        :needsRemoved,
        :rawUntil)
returning id
