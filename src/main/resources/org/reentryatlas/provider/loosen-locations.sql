update incoming_record l
set organization = null
where kind = 'location' and organization is not null
  and not exists (select from incoming_record o where o.kind = 'organization' and o.key = l.organization)
