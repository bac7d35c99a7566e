-- Each service as a JSON object of HSDS 3.0 with all that belongs to it. An empty :source means every source.
select jsonb_strip_nulls(jsonb_build_object(
    'id', s.id,
    'organization_id', s.organization_id,
    'name', s.name,
    'alternate_name', nullif(s.alternate_name, ''),
    'description', nullif(s.description, ''),
    'url', provider.as_uri(s.url),
    'email', case when s.email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' then s.email end,
    'status', s.status,
    'application_process', nullif(s.application_process, ''),
    'fees_description', nullif(s.fees, ''),
    'eligibility_description', nullif(s.eligibility, ''),
    'minimum_age', s.minimum_age,
    'maximum_age', s.maximum_age,
    'assured_date', s.assured_date,
    'organization', (
        select jsonb_build_object(
            'id', o.id,
            'name', o.name,
            'alternate_name', nullif(o.alternate_name, ''),
            'description', o.description,
            'email', case when o.email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' then o.email end,
            'website', provider.as_uri(o.website),
            'phones', provider.phones_of(o.id))
        from provider.organization o where o.id = s.organization_id),
    'phones', provider.phones_of(s.id),
    'schedules', provider.schedules_of(s.id),
    'languages', provider.languages_of(s.id),
    'cost_options', (
        select jsonb_agg(jsonb_build_object(
            'id', provider.name_uuid('cost_option ' || c.service_id || c.option || c.amount_description || c.id),
            'option', nullif(c.option, ''), 'amount', c.amount, 'currency', nullif(c.currency, ''),
            'amount_description', nullif(c.amount_description, '')) order by c.id)
        from provider.cost_option c where c.service_id = s.id),
    'service_areas', (
        select jsonb_agg(jsonb_build_object(
            'id', provider.name_uuid('service_area ' || a.service_id || ' ' || a.name || a.description || a.extent),
            'name', nullif(a.name, ''), 'description', nullif(a.description, ''), 'extent', nullif(a.extent, ''),
            'extent_type', nullif(a.extent_type, '')) order by a.id)
        from provider.service_area a where a.service_id = s.id),
    'attributes', (
        select jsonb_agg(provider.attribute_of(s.id, a.taxonomy, a.term, a.value) order by a.position)
        from (
            select t.position, '' as taxonomy, t.term, null as value
            from provider.service_term t where t.service_id = s.id
            union all
            select 1000001, 'Reentry Atlas', 'accepts_records', s.accepts_records where s.accepts_records is not null
            union all
            select 1000002, 'Reentry Atlas', 'capacity', s.capacity::text where s.capacity is not null
        ) a),
    'service_at_locations', (
        select jsonb_agg(jsonb_build_object(
            'id', x.id,
            'service_id', x.service_id,
            'location_id', x.location_id,
            'description', nullif(x.description, ''),
            'phones', provider.phones_of(x.id),
            'schedules', provider.schedules_of(x.id),
            'location', jsonb_build_object(
                'id', l.id,
                'location_type', case when l.kind in ('physical', 'postal') then l.kind else 'virtual' end,
                'name', nullif(l.name, ''),
                'description', nullif(l.description, ''),
                'transportation', nullif(l.transportation, ''),
                'latitude', st_y(l.geom),
                'longitude', st_x(l.geom),
                'addresses', case when l.address_1 <> '' then jsonb_build_array(jsonb_build_object(
                    'id', provider.name_uuid('address ' || l.id),
                    'address_1', l.address_1,
                    'address_2', nullif(l.address_2, ''),
                    'city', l.city,
                    'state_province', l.state_province,
                    'postal_code', l.postal_code,
                    'country', l.country,
                    'address_type', case when l.kind in ('physical', 'postal') then l.kind else 'virtual' end)) end,
                'phones', provider.phones_of(l.id),
                'schedules', provider.schedules_of(l.id),
                'languages', provider.languages_of(l.id),
                'accessibility', coalesce(
                    (select jsonb_agg(jsonb_build_object(
                        'id', provider.name_uuid('accessibility ' || a.location_id || ' ' || a.description || a.details),
                        'description', nullif(a.description, ''), 'details', nullif(a.details, '')) order by a.id)
                     from provider.accessibility a where a.location_id = l.id),
                    case when l.wheelchair is not null then jsonb_build_array(jsonb_build_object(
                        'id', provider.name_uuid('accessibility ' || l.id),
                        'description', case when l.wheelchair then 'Wheelchair accessible'
                                            else 'Not wheelchair accessible' end)) end),
                'attributes', case when l.kind in ('confidential', 'mobile', 'regional') then
                    jsonb_build_array(provider.attribute_of(l.id, 'Reentry Atlas', 'place', l.kind)) end))
            order by x.id)
        from provider.service_at_location x
        join provider.location l on l.id = x.location_id
        where x.service_id = s.id)))::text as service
from provider.service s
where :source = '' or s.source = :source
order by s.id
