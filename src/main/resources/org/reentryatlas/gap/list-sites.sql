-- Service sites with a public position, how many people they can take and when they are open, where their directory says so.
select s.source_id,
       s.name,
       st_x(s.geom) as lon,
       st_y(s.geom) as lat,
       s.categories,
       coalesce(v.capacity, w.capacity) as capacity,
       coalesce(s.opening_hours, '') as opening_hours
from provider.site s
left join provider.service_at_location l on l.id = s.record_id
left join provider.service v on v.id = l.service_id
left join provider.service w on w.id = s.record_id
where s.geom is not null
  and not s.confidential
order by s.source_id
