-- Of an account, or of anybody where none is named.
update identity.api_key
set revoked_at = clock_timestamp()
where id = :id
  and (cast(:accountId as uuid) is null or account_id = :accountId)
  and revoked_at is null
