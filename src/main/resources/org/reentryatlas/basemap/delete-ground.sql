delete from basemap.ground k
where kind = :kind
  and source = :source
  and not exists (select from edition e where e.source_id = k.source_id and e.content = k.content)
