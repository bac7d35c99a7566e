insert into supervision.purge_certificate
    (caseload_id, fingerprint, due_after, addresses_removed, positions_removed, areas_kept)
select id, fingerprint, raw_until, :addresses, :positions, :areas
from supervision.caseload
where id = :caseloadId
returning id
