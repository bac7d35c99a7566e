select chain, seq, at, role, actor, place, action, object_kind, object_id, outcome, purpose,
    encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
from audit.entry
where (cast(:since as timestamptz) is null or at >= :since)
  and (cast(:until as timestamptz) is null or at < :until)
  and (cast(:actor as text) is null or actor = :actor)
  -- The whole of it or, as in plan.*, all that begin so.
  and (cast(:action as text) is null or action = :action or (:action like '%.*' and starts_with(action, rtrim(:action, '*'))))
order by at desc, chain desc, seq desc
limit :most
