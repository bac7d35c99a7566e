select e.chain, e.seq, e.at, e.role, e.actor, e.place, e.action, e.object_kind, e.object_id, e.outcome, e.purpose,
    encode(e.previous_hash, 'hex') as previous_hash, encode(e.hash, 'hex') as hash
from generate_series(1, 16) as c (chain)
cross join lateral (
    select *
    from audit.entry
    where chain = c.chain
    order by seq desc
    limit 1
) e
order by e.chain
