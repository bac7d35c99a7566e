-- Two runs at the same time would give themselves one number; the second waits here.
select pg_advisory_xact_lock(hashtext('gap.run'))
