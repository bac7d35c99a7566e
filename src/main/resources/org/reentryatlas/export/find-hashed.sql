-- The very text of which the hash of an entry is made.
select previous_hash || entry as hashed
from published.ledger
where seq = :seq
