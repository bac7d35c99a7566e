delete from address.point k
where source = :source
  and not exists (select from edition e where e.source_id = k.source_id)
