-- Each site (a service at a location, or a service at none) and each organization or location that has no site, with a
-- digest of everything that is known of it.
create temporary table incoming_digest on commit drop as
with detail as (
    select owner.kind, owner.key, md5(string_agg(r.kind || r.fields, '|' order by r.kind, r.fields::text)) as digest
    from incoming_record r
    cross join lateral (values ('organization', r.organization), ('service', r.service), ('location', r.location),
                               ('service_at_location', r.service_at_location)) as owner (kind, key)
    where owner.key is not null
      and r.kind not in ('organization', 'service', 'location', 'service_at_location', 'address')
    group by owner.kind, owner.key
)
select r.kind, r.key, r.organization, r.service, r.location,
       md5(concat_ws('|', r.fields - array['lon', 'lat', 'location_type'], p.kind, p.fields, p.address, d.digest)) as digest
from incoming_record r
left join incoming_place p on r.kind = 'location' and p.key = r.key
left join detail d on d.kind = r.kind and d.key = r.key
where r.kind in ('organization', 'service', 'location', 'service_at_location');

create index on incoming_digest (kind, key);
create index on incoming_digest (kind, service);
create index on incoming_digest (kind, location);
create index on incoming_digest (organization);
analyze incoming_digest;

create temporary table incoming_content on commit drop as
select 'site' as kind, link.key,
       md5(concat_ws('|', link.digest, s.key, s.digest, l.key, l.digest, o.key, o.digest, lo.key, lo.digest)) as digest
from incoming_digest link
join incoming_digest s on s.kind = 'service' and s.key = link.service
join incoming_digest l on l.kind = 'location' and l.key = link.location
left join incoming_digest o on o.kind = 'organization' and o.key = s.organization
left join incoming_digest lo on lo.kind = 'organization' and lo.key = l.organization
where link.kind = 'service_at_location'
union all
select 'site', 'service ' || s.key, md5(concat_ws('|', s.digest, o.key, o.digest))
from incoming_digest s
left join incoming_digest o on o.kind = 'organization' and o.key = s.organization
where s.kind = 'service'
  and not exists (select from incoming_digest link where link.kind = 'service_at_location' and link.service = s.key)
union all
select 'organization', o.key, o.digest
from incoming_digest o
where o.kind = 'organization'
  and not exists (select from incoming_digest x where x.organization = o.key)
union all
select 'location', l.key, md5(concat_ws('|', l.digest, l.organization, o.digest))
from incoming_digest l
left join incoming_digest o on o.kind = 'organization' and o.key = l.organization
where l.kind = 'location'
  and not exists (select from incoming_digest link where link.kind = 'service_at_location' and link.location = l.key);
