-- A file that is kept already may be loaded again under an agreement; the first that it came under stays.
insert into agreement.caseload (caseload_id, id, version)
values (:caseloadId, :id, :version)
on conflict (caseload_id) do nothing
