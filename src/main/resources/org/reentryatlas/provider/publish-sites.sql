-- The flat rows that the map reads. What is closed has none: a map that leads somebody to a closed door has failed them.
with record as (
    select a.id, a.key, a.service_id, a.location_id
    from provider.service_at_location a
    where a.source = :source
    union all
    select s.id, s.key, s.id, null
    from provider.service s
    where s.source = :source
      and not exists (select from provider.service_at_location a where a.service_id = s.id)
), term as (
    select t.service_id, min(t.position) as position, c.code
    from provider.service_term t
    join provider.category_term c on c.term = lower(t.term)
    group by t.service_id, c.code
), category as (
    select service_id, array_agg(code order by position, code) as codes
    from term
    group by service_id
), flat as (
    select record.id as record_id,
           record.key,
           coalesce(o.name, lo.name, '') as organization,
           s.name,
           coalesce(category.codes, '{}') as categories,
           coalesce((select string_agg(t.term, '; ' order by t.position)
                     from provider.service_term t where t.service_id = s.id), '') as source_category,
           concat_ws(', ', nullif(l.address_1, ''), nullif(l.address_2, '')) as address,
           coalesce(pa.phone, ps.phone, pl.phone, po.phone, '') as phone,
           coalesce(nullif(s.url, ''), o.website, lo.website, '') as url,
           coalesce(ha.hours, hs.hours, hl.hours, '') as hours,
           provider.opening_hours_of(record.id, s.id, l.id) as opening_hours,
           s.eligibility,
           coalesce((select string_agg(coalesce(nullif(n.code, ''), n.name), ';' order by n.id)
                     from provider.language n where n.service_id = s.id or n.location_id = l.id), '') as languages,
           s.accepts_records,
           l.wheelchair,
           coalesce(l.kind = 'confidential', false) as confidential,
           s.assured_date,
           l.geom,
           s.status
    from record
    join provider.service s on s.id = record.service_id
    left join provider.location l on l.id = record.location_id
    left join provider.organization o on o.id = s.organization_id
    left join provider.organization lo on lo.id = l.organization_id
    left join category on category.service_id = s.id
    left join lateral (select nullif(p.number, '') || coalesce(' x' || nullif(p.extension, ''), '') as phone
                       from provider.phone p where p.service_at_location_id = record.id order by p.id limit 1) pa on true
    left join lateral (select nullif(p.number, '') || coalesce(' x' || nullif(p.extension, ''), '') as phone
                       from provider.phone p where p.service_id = s.id order by p.id limit 1) ps on true
    left join lateral (select nullif(p.number, '') || coalesce(' x' || nullif(p.extension, ''), '') as phone
                       from provider.phone p where p.location_id = l.id order by p.id limit 1) pl on true
    left join lateral (select nullif(p.number, '') || coalesce(' x' || nullif(p.extension, ''), '') as phone
                       from provider.phone p where p.organization_id = coalesce(o.id, lo.id) order by p.id limit 1) po on true
    left join lateral (select string_agg(x.line, '; ' order by x.first) as hours
                       from provider.schedule_text x where x.service_at_location_id = record.id) ha on true
    left join lateral (select string_agg(x.line, '; ' order by x.first) as hours
                       from provider.schedule_text x where x.service_id = s.id) hs on true
    left join lateral (select string_agg(x.line, '; ' order by x.first) as hours
                       from provider.schedule_text x where x.location_id = l.id) hl on true
), gone as (
    delete from provider.site
    where source = :source and record_id not in (select record_id from flat where status = 'active')
)
insert into provider.site (record_id, source, source_id, organization, name, category, categories, source_category, address,
                           phone, url, hours, opening_hours, eligibility, languages, accepts_records, wheelchair,
                           confidential, last_verified, geom)
select record_id, :source,
       case when row_number() over (partition by key order by record_id) = 1
                 and not exists (select from provider.site x where x.source_id = flat.key and x.record_id <> flat.record_id)
            then key else record_id::text end,
       organization, name, categories[1], categories, source_category, address, phone, url, hours, opening_hours, eligibility,
       languages, accepts_records, wheelchair, confidential, assured_date, geom
from flat
where status = 'active'
on conflict (record_id) do update
set organization = excluded.organization, name = excluded.name, category = excluded.category,
    categories = excluded.categories, source_category = excluded.source_category, address = excluded.address,
    phone = excluded.phone, url = excluded.url, hours = excluded.hours,
    opening_hours = excluded.opening_hours, eligibility = excluded.eligibility, languages = excluded.languages, accepts_records = excluded.accepts_records, wheelchair = excluded.wheelchair,
    confidential = excluded.confidential, last_verified = excluded.last_verified, geom = excluded.geom
