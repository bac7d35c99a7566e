insert into approval.proposal (reference_date, release_id, digest, report_digest, agreement, cells, prepared_by)
values (:referenceDate, :releaseId, :digest, :reportDigest, :agreement, cast(:cells as jsonb), :preparedBy)
returning id
