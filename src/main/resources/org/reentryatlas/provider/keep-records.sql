-- Known identifiers keep their rows, so that whatever points at them still does. An identifier that is a UUID already is
-- kept as it is, unless another source has it too.
delete from provider.service_at_location k
where source = :source
  and not exists (select from incoming_record r where r.kind = 'service_at_location' and r.key = k.key);

delete from provider.service k
where source = :source and not exists (select from incoming_record r where r.kind = 'service' and r.key = k.key);

delete from provider.location k
where source = :source and not exists (select from incoming_record r where r.kind = 'location' and r.key = k.key);

insert into provider.organization (id, source, key, name, alternate_name, description, email, website)
select case when provider.is_uuid(r.key)
            then case when exists (select from provider.organization o where o.id = r.key::uuid)
                      then provider.name_uuid(concat_ws(' ', :source, 'organization', r.key)) else r.key::uuid end
            else provider.name_uuid(concat_ws(' ', :source, 'organization', r.key)) end,
       :source, r.key, coalesce(f ->> 'name', ''), coalesce(f ->> 'alternate_name', ''), coalesce(f ->> 'description', ''),
       coalesce(f ->> 'email', ''), coalesce(f ->> 'website', '')
from incoming_record r
cross join lateral (select r.fields as f) x
where r.kind = 'organization'
on conflict (source, key) do update
set name = excluded.name, alternate_name = excluded.alternate_name, description = excluded.description,
    email = excluded.email, website = excluded.website;

insert into provider.service (id, source, key, organization_id, name, alternate_name, description, url, email, status,
                              application_process, fees, eligibility, minimum_age, maximum_age, accepts_records, capacity,
                              assured_date)
select case when provider.is_uuid(r.key)
            then case when exists (select from provider.service o where o.id = r.key::uuid)
                      then provider.name_uuid(concat_ws(' ', :source, 'service', r.key)) else r.key::uuid end
            else provider.name_uuid(concat_ws(' ', :source, 'service', r.key)) end,
       :source, r.key, o.id, coalesce(f ->> 'name', ''), coalesce(f ->> 'alternate_name', ''),
       coalesce(f ->> 'description', ''), coalesce(f ->> 'url', ''), coalesce(f ->> 'email', ''),
       coalesce(f ->> 'status', 'active'), coalesce(f ->> 'application_process', ''), coalesce(f ->> 'fees', ''),
       concat_ws('; ', f ->> 'eligibility_description', e.eligibility), (f ->> 'minimum_age')::numeric,
       (f ->> 'maximum_age')::numeric, f ->> 'accepts_records',
       coalesce(c.capacity, (f ->> 'capacity')::integer), (f ->> 'assured_date')::date
from incoming_record r
cross join lateral (select r.fields as f) x
left join provider.organization o on o.source = :source and o.key = r.organization
left join (
    select service, string_agg(fields ->> 'eligibility', '; ' order by unit) as eligibility
    from incoming_record where kind = 'eligibility' group by service
) e on e.service = r.key
left join (
    select service, max((fields ->> 'capacity')::integer) as capacity
    from incoming_record where kind = 'capacity' group by service
) c on c.service = r.key
where r.kind = 'service'
on conflict (source, key) do update
set organization_id = excluded.organization_id, name = excluded.name, alternate_name = excluded.alternate_name,
    description = excluded.description, url = excluded.url, email = excluded.email, status = excluded.status,
    application_process = excluded.application_process, fees = excluded.fees, eligibility = excluded.eligibility,
    minimum_age = excluded.minimum_age, maximum_age = excluded.maximum_age, accepts_records = excluded.accepts_records,
    capacity = excluded.capacity, assured_date = excluded.assured_date;

insert into provider.location (id, source, key, organization_id, kind, name, description, transportation, address_1,
                               address_2, city, state_province, postal_code, country, wheelchair, located_by, geom)
select case when provider.is_uuid(r.key)
            then case when exists (select from provider.location o where o.id = r.key::uuid)
                      then provider.name_uuid(concat_ws(' ', :source, 'location', r.key)) else r.key::uuid end
            else provider.name_uuid(concat_ws(' ', :source, 'location', r.key)) end,
       :source, r.key, o.id, p.kind, coalesce(f ->> 'name', ''), coalesce(f ->> 'description', ''),
       coalesce(f ->> 'transportation', ''), coalesce(a ->> 'address_1', ''), coalesce(a ->> 'address_2', ''),
       coalesce(a ->> 'city', ''), coalesce(a ->> 'state_province', ''), coalesce(a ->> 'postal_code', ''),
       coalesce(a ->> 'country', ''), coalesce((f ->> 'wheelchair')::boolean, w.wheelchair), p.located_by,
       st_setsrid(st_makepoint((f ->> 'lon')::double precision, (f ->> 'lat')::double precision), 4326)
from incoming_record r
join incoming_place p on p.key = r.key
cross join lateral (select p.fields as f, p.address as a) x
left join provider.organization o on o.source = :source and o.key = r.organization
left join (
    select location, bool_or((fields ->> 'wheelchair')::boolean) as wheelchair
    from incoming_record where kind = 'accessibility' group by location
) w on w.location = r.key
where r.kind = 'location'
on conflict (source, key) do update
set organization_id = excluded.organization_id, kind = excluded.kind, name = excluded.name,
    description = excluded.description, transportation = excluded.transportation, address_1 = excluded.address_1,
    address_2 = excluded.address_2, city = excluded.city, state_province = excluded.state_province,
    postal_code = excluded.postal_code, country = excluded.country, wheelchair = excluded.wheelchair, located_by = excluded.located_by, geom = excluded.geom;

insert into provider.service_at_location (id, source, key, service_id, location_id, description)
select case when provider.is_uuid(r.key)
            then case when exists (select from provider.service_at_location o where o.id = r.key::uuid)
                      then provider.name_uuid(concat_ws(' ', :source, 'service_at_location', r.key)) else r.key::uuid end
            else provider.name_uuid(concat_ws(' ', :source, 'service_at_location', r.key)) end,
       :source, r.key, s.id, l.id, coalesce(r.fields ->> 'description', '')
from incoming_record r
join provider.service s on s.source = :source and s.key = r.service
join provider.location l on l.source = :source and l.key = r.location
where r.kind = 'service_at_location'
on conflict (source, key) do update
set service_id = excluded.service_id, location_id = excluded.location_id, description = excluded.description;

delete from provider.organization k
where source = :source and not exists (select from incoming_record r where r.kind = 'organization' and r.key = k.key);

delete from provider.content where source = :source;

insert into provider.content (source, kind, key, digest)
select :source, kind, key, digest from incoming_content;
