-- The newest run over a release.
select id, made_at
from gap.run
where release_id = :releaseId
order by made_at desc
limit 1
