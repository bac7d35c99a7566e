select id, started_at, seen_at, token_digest = :tokenDigest as is_this
from identity.session
where account_id = :accountId
  and seen_at > clock_timestamp() - interval '30 minutes'
  and started_at > clock_timestamp() - interval '12 hours'
order by started_at desc, id
