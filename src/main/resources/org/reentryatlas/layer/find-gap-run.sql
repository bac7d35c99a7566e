-- The newest run over a release.
select r.id, r.release_id, r.made_at,
       (select (convert_from(a.content, 'UTF8')::jsonb -> 'travel' ->> 'streets_changed')::date
        from gap.artefact a
        where a.run_id = r.id and a.name = 'gap.json') as streets_changed
from gap.run r
where r.release_id = :releaseId
order by r.made_at desc
limit 1
