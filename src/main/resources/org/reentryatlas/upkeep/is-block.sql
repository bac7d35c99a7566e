-- Whether a segment is one of those that are cleaned.
select exists (select from upkeep.block where id = :segmentId)
