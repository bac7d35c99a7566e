select seq, release_id, entry, previous_hash, hash, recorded_at
from published.ledger
order by seq
