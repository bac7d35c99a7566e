-- Every release with its files and its place in the ledger; one row a file, or one without a file where there is none.
select r.id,
       r.reference_date,
       r.published_at,
       a.name,
       a.media_type,
       a.sha256,
       octet_length(a.content) as bytes,
       l.seq,
       l.hash
from published.release r
left join published.artefact a on a.release_id = r.id
left join published.ledger l on l.release_id = r.id
order by r.reference_date desc, r.published_at desc, r.id, a.name
