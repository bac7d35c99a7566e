-- In the order in which records refer to each other, so that what loses its owner is found in the same pass.
-- Inside other records the same thing is told again and again: the fullest telling stays, a record of its own first.
delete from incoming_record r
using (
    select ctid, row_number() over (partition by kind, key
                                    order by embedded, length(fields::text) desc, unit, row) as telling
    from incoming_record
    where kind in ('organization', 'service', 'location', 'service_at_location', 'taxonomy_term') and key is not null
) told
where r.ctid = told.ctid and r.embedded and told.telling > 1;

delete from incoming_record r
using (
    select ctid, row_number() over (partition by kind, organization, service, location, service_at_location, fields
                                    order by unit) as telling
    from incoming_record
    where embedded and key is null
) told
where r.ctid = told.ctid and told.telling > 1;

with twin as (
    select distinct on (unit) unit, file, row, kind
    from (
        select unit, file, row, kind, row_number() over (partition by kind, key order by unit) as n
        from incoming_record
        where kind in ('organization', 'service', 'location', 'service_at_location', 'taxonomy_term')
    ) numbered
    where n > 1
), gone as (
    delete from incoming_record r using twin where r.unit = twin.unit
)
insert into incoming_fault select unit, file, row, kind, 'id', 'duplicate_id' from twin;

with lost as (
    select distinct on (unit) unit, file, row, kind, 'organization_id' as field
    from incoming_record r
    where kind = 'service' and organization is not null
      and not exists (select from incoming_record o where o.kind = 'organization' and o.key = r.organization)
), gone as (
    delete from incoming_record r using lost where r.unit = lost.unit
)
insert into incoming_fault select unit, file, row, kind, field, 'owner_unknown' from lost;

with lost as (
    select distinct on (unit) unit, file, row, kind, field, code
    from (
        select unit, file, row, kind,
               case when service is null
                      or not exists (select from incoming_record o where o.kind = 'service' and o.key = r.service)
                    then 'service_id' else 'location_id' end as field,
               case when service is null or location is null then 'owner_missing' else 'owner_unknown' end as code
        from incoming_record r
        where kind = 'service_at_location'
          and (service is null or location is null
               or not exists (select from incoming_record o where o.kind = 'service' and o.key = r.service)
               or not exists (select from incoming_record o where o.kind = 'location' and o.key = r.location))
    ) link
), gone as (
    delete from incoming_record r using lost where r.unit = lost.unit
)
insert into incoming_fault select unit, file, row, kind, field, code from lost;

with lost as (
    select distinct on (unit) unit, file, row, kind, case when owner = 'owner' then 'service_id' else owner || '_id' end as field,
           case when owner = 'owner' then 'owner_missing' else 'owner_unknown' end as code
    from (
        select r.unit, r.file, r.row, r.kind, owner.kind as owner
        from incoming_record r
        cross join lateral (values ('organization', r.organization), ('service', r.service), ('location', r.location),
                                   ('service_at_location', r.service_at_location)) as owner (kind, key)
        where r.kind not in ('organization', 'service', 'location', 'service_at_location', 'taxonomy_term')
          and owner.key is not null
          and not exists (select from incoming_record o where o.kind = owner.kind and o.key = owner.key)
        union all
        select unit, file, row, kind, 'owner'
        from incoming_record r
        where kind not in ('organization', 'service', 'location', 'service_at_location', 'taxonomy_term')
          and num_nonnulls(organization, service, location, service_at_location) = 0
    ) detail
    order by unit, owner
), gone as (
    delete from incoming_record r using lost where r.unit = lost.unit
)
insert into incoming_fault select unit, file, row, kind, field, code from lost;
