select s.source_id,
       s.organization,
       s.name,
       s.category,
       c.name as category_name,
       s.categories,
       s.address,
       s.phone,
       s.url,
       s.hours,
       s.opening_hours,
       s.eligibility,
       s.languages,
       s.accepts_records,
       s.wheelchair,
       s.confidential,
       s.last_verified,
       st_asbinary(s.geom) as wkb
from provider.site s
left join provider.category c on c.code = s.category
order by s.source_id
