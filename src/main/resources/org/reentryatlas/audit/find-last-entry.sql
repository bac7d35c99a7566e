select seq, at, role, actor, place, action, object_kind, object_id, outcome, purpose,
    encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
from audit.entry
order by seq desc
limit 1
