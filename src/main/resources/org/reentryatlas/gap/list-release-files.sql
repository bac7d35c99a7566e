-- The files of a release as everybody downloads them, and those of the releases of its date that were public before.
select a.release_id, a.name, convert_from(a.content, 'UTF8') as text
from published.release r
join published.release before
  on before.reference_date = r.reference_date and before.published_at <= r.published_at
join published.artefact a on a.release_id = before.id
where r.id = :releaseId
  and a.name in ('release.json', 'atoms.csv', 'areas.csv', 'cells.csv')
