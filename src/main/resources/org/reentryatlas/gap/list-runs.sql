-- Every run with its files, the newest first; of one run where its identifier is given.
select r.id, r.release_id, r.made_at, a.name, a.media_type, a.sha256, octet_length(a.content) as bytes
from gap.run r
join gap.artefact a on a.run_id = r.id
where cast(:runId as text) is null
   or r.id = :runId
order by r.made_at desc, a.name
