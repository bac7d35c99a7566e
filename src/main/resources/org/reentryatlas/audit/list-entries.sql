select chain, seq, at, role, actor, place, action, object_kind, object_id, outcome, purpose,
    encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
from audit.entry
-- By the place in the table where two have one number, which only an administrator can do.
order by chain, seq, ctid
