-- Details have no identifiers that could be relied on: those of the source are written anew. A detail that names several
-- owners belongs to the narrowest.
delete from provider.phone k
using (select id from provider.organization where source = :source
       union all select id from provider.service where source = :source
       union all select id from provider.location where source = :source
       union all select id from provider.service_at_location where source = :source) owner
where owner.id in (k.organization_id, k.service_id, k.location_id, k.service_at_location_id);

delete from provider.schedule k
using (select id from provider.service where source = :source
       union all select id from provider.location where source = :source
       union all select id from provider.service_at_location where source = :source) owner
where owner.id in (k.service_id, k.location_id, k.service_at_location_id);

delete from provider.language k
using (select id from provider.service where source = :source
       union all select id from provider.location where source = :source) owner
where owner.id in (k.service_id, k.location_id);

delete from provider.accessibility k using provider.location l where l.id = k.location_id and l.source = :source;
delete from provider.cost_option k using provider.service s where s.id = k.service_id and s.source = :source;
delete from provider.service_area k using provider.service s where s.id = k.service_id and s.source = :source;
delete from provider.service_term k using provider.service s where s.id = k.service_id and s.source = :source;

insert into provider.phone (organization_id, service_id, location_id, service_at_location_id, number, extension, type,
                            description)
select case when num_nonnulls(a.id, s.id, l.id) = 0 then o.id end,
       case when num_nonnulls(a.id, l.id) = 0 then s.id end,
       case when a.id is null then l.id end,
       a.id, r.fields ->> 'number', coalesce(r.fields ->> 'extension', ''), coalesce(r.fields ->> 'type', ''),
       coalesce(r.fields ->> 'description', '')
from incoming_record r
left join provider.organization o on o.source = :source and o.key = r.organization
left join provider.service s on s.source = :source and s.key = r.service
left join provider.location l on l.source = :source and l.key = r.location
left join provider.service_at_location a on a.source = :source and a.key = r.service_at_location
where r.kind = 'phone'
  and num_nonnulls(o.id, s.id, l.id, a.id) > 0
order by r.number;

insert into provider.schedule (service_id, location_id, service_at_location_id, weekday, opens_at, closes_at, valid_from,
                               valid_to, rule, description)
select case when num_nonnulls(a.id, l.id) = 0 then s.id end,
       case when a.id is null then l.id end,
       a.id, (f ->> 'weekday')::smallint, (f ->> 'opens_at')::time, (f ->> 'closes_at')::time, (f ->> 'valid_from')::date,
       (f ->> 'valid_to')::date, coalesce(f ->> 'rule', ''), coalesce(f ->> 'description', '')
from incoming_record r
cross join lateral (select r.fields as f) x
left join provider.service s on s.source = :source and s.key = r.service
left join provider.location l on l.source = :source and l.key = r.location
left join provider.service_at_location a on a.source = :source and a.key = r.service_at_location
where r.kind = 'schedule'
  and num_nonnulls(s.id, l.id, a.id) > 0
order by r.number;

insert into provider.language (service_id, location_id, name, code)
select case when l.id is null then s.id end, l.id, coalesce(r.fields ->> 'name', ''), coalesce(r.fields ->> 'code', '')
from incoming_record r
left join provider.service s on s.source = :source and s.key = r.service
left join provider.location l on l.source = :source and l.key = r.location
where r.kind = 'language'
  and num_nonnulls(s.id, l.id) > 0
order by r.number;

insert into provider.accessibility (location_id, description, details)
select l.id, coalesce(r.fields ->> 'description', ''), coalesce(r.fields ->> 'details', '')
from incoming_record r
join provider.location l on l.source = :source and l.key = r.location
where r.kind = 'accessibility'
order by r.number;

insert into provider.cost_option (service_id, option, amount, currency, amount_description)
select s.id, coalesce(r.fields ->> 'option', ''), (r.fields ->> 'amount')::numeric, coalesce(r.fields ->> 'currency', ''),
       coalesce(r.fields ->> 'amount_description', '')
from incoming_record r
join provider.service s on s.source = :source and s.key = r.service
where r.kind = 'cost_option'
order by r.number;

insert into provider.service_area (service_id, name, description, extent, extent_type)
select s.id, coalesce(r.fields ->> 'name', ''), coalesce(r.fields ->> 'description', ''),
       coalesce(r.fields ->> 'extent', ''), coalesce(r.fields ->> 'extent_type', '')
from incoming_record r
join provider.service s on s.source = :source and s.key = r.service
where r.kind = 'service_area'
order by r.number;

insert into provider.service_term (service_id, position, term)
select s.id, row_number() over (partition by s.id order by min(r.number)), r.fields ->> 'term'
from incoming_record r
join provider.service s on s.source = :source and s.key = r.service
where r.kind = 'term'
group by s.id, r.fields ->> 'term';
