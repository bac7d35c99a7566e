-- Not with every request: once a minute keeps it as well.
update identity.session
set seen_at = clock_timestamp()
where token_digest = :tokenDigest
  and seen_at < clock_timestamp() - interval '1 minute'
