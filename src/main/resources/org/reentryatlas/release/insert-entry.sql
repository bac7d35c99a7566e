insert into published.ledger (seq, release_id, entry, previous_hash, hash, recorded_at)
values (:seq, :releaseId, :entry, :previousHash, :hash, :recordedAt)
