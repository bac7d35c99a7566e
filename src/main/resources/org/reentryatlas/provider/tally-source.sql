-- What the owner of a source should know of it, in words that follow a number.
with service as (select * from provider.service where source = :source),
     location as (select * from provider.location where source = :source),
     site as (select * from provider.site where source = :source)
select 'sites are on the list of services' as what, count(*) as n from site
union all
select 'of them have a position and get a pin', count(*) from site where geom is not null
union all
select 'locations were found by their address', count(*) from location where located_by = 'address'
union all
select 'locations are confidential and keep neither address nor position', count(*)
from location where kind = 'confidential'
union all
select 'locations are ' || kind || ' and get no pin', count(*)
from location where kind in ('postal', 'virtual', 'mobile', 'regional') group by kind
union all
select 'locations have an address and no position yet', count(*)
from location where kind = 'physical' and geom is null and address_1 <> ''
union all
select 'locations have neither address nor position', count(*)
from location where kind = 'physical' and geom is null and address_1 = ''
union all
select 'services are offered at no location of the file', count(*)
from service s where not exists (select from provider.service_at_location a where a.service_id = s.id)
union all
select 'services are closed (' || status || ') and not on the map', count(*)
from service where status <> 'active' group by status
union all
select 'sites have no category of ours', count(*) from site where category is null
