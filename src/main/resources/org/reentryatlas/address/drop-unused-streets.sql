delete from address.street s
where not exists (select from address.point p where p.street_id = s.id)
  and not exists (select from address.segment g where g.street_id = s.id)
  and not exists (select from address.facility f where f.street_id = s.id)
