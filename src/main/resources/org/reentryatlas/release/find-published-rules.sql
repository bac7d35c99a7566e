-- What the release's own row says, in the words of release.json.
select reference_date, k, rounding_base, min_addresses, coalesce(below_gate, '') as below_gate,
       coalesce(cast(new_since as text), '') as new_since
from published.release
where id = :releaseId
