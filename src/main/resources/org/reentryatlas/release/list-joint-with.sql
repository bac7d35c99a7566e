-- The releases of the same reference date that were public before, in that order: the release was protected together with them.
select before.id
from published.release r
join published.release before on before.reference_date = r.reference_date and before.published_at < r.published_at
where r.id = :releaseId
order by before.published_at, before.id
