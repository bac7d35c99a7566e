delete from upkeep.service_request k
where source = :source
  and not exists (select from edition e where e.source_id = k.source_id and e.content = k.content)
  and (not coalesce(opened <= cast(:keepUntil as date), false)
       or exists (select from edition e where e.source_id = k.source_id))
