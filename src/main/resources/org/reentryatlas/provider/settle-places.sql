-- What kind of place each location is, and one address for it. Nobody is led to a place that must not be found: not by a
-- pin, and not by a text. What was flagged as confidential has no address here any more; what only its words give away
-- loses it now.
create temporary table incoming_place on commit drop as
with telling as (
    select l.key,
           l.fields,
           a.fields as address,
           coalesce(a.fields ->> 'address_type', '') as address_type,
           concat_ws(' ', a.fields ->> 'address_1', a.fields ->> 'address_2') as street,
           s.confidential,
           concat_ws(' | ', l.fields ->> 'name', l.fields ->> 'description', a.fields ->> 'address_1',
                     a.fields ->> 'address_2', s.words) as words,
           concat_ws(' | ', l.fields ->> 'name', s.names) as names
    from incoming_record l
    left join lateral (
        select fields
        from incoming_record a
        where a.kind = 'address' and a.location = l.key
        order by case a.fields ->> 'address_type' when 'confidential' then 0 when 'physical' then 1 else 2 end,
                 a.unit, a.row
        limit 1
    ) a on true
    left join lateral (
        select bool_or(coalesce((s.fields ->> 'confidential')::boolean, false)) as confidential,
               string_agg(concat_ws(' | ', s.fields ->> 'name', s.fields ->> 'description', link.fields ->> 'description'),
                          ' | ') as words,
               string_agg(concat_ws(' | ', s.fields ->> 'name', t.terms), ' | ') as names
        from incoming_record link
        join incoming_record s on s.kind = 'service' and s.key = link.service
        left join lateral (
            select string_agg(t.fields ->> 'term', ' | ') as terms
            from incoming_record t
            where t.kind = 'term' and t.service = s.key
        ) t on true
        where link.kind = 'service_at_location' and link.location = l.key
    ) s on true
    where l.kind = 'location'
), settled as (
    select telling.*,
           case
               when coalesce((fields ->> 'confidential')::boolean, false) or coalesce(confidential, false)
                    or address_type = 'confidential' or fields ->> 'location_type' = 'confidential' then 'confidential'
               when words ~* '\y(confidential|undisclosed|secret|non-?disclosed)\s+(shelter\s+|safe\s*house\s+)?(locations?|address(es)?|sites?|shelters?|safe\s*houses?|facility)\y'
                    or words ~* '\y(location|address)\s+((is|are|kept|will|be|remains)\s+)*(confidential|undisclosed|secret|withheld|not\s+(disclosed|published|public))'
                    or words ~* '\ycall\s+(us\s+)?for\s+(the\s+|our\s+)?(location|address)\y'
                    or street ~* '^\W*(confidential|undisclosed|withheld)'
                    or names ~* '\y(domestic|family|partner)\s+(violence|abuse)\y[^|]*\y(shelters?|safe\s*(house|home)s?)\y'
                    or names ~* '\y(shelters?|safe\s*(house|home)s?)\y[^|]*\y(domestic|family|partner)\s+(violence|abuse)\y'
                    or names ~* '\ybattered\y[^|]*\y(shelters?|safe\s*(house|home)s?)\y' then 'confidential by words'
               when fields ->> 'location_type' in ('virtual', 'mobile', 'regional') then fields ->> 'location_type'
               when address_type in ('virtual', 'mobile', 'regional') then address_type
               when fields ->> 'location_type' = 'postal' then 'postal'
               when street ~* '(^|\W)(p\.?\s*o\.?\s*(box|drawer)|post\s+office\s+box)\W*\w' then 'postal'
               when address_type = 'postal' and fields ->> 'lon' is null then 'postal'
               else 'physical'
           end as verdict
    from telling
)
select row_number() over (order by key) as number,
       case when fields ->> 'lon' is not null and verdict = 'physical' then 'file' else '' end as located_by,
       key,
       split_part(verdict, ' ', 1) as kind,
       verdict = 'confidential by words' as by_words,
       case when verdict like 'confidential%' then '{}'::jsonb
            when verdict <> 'physical' then fields - array['lon', 'lat', 'confidential', 'location_type']
            else fields - array['confidential', 'location_type'] end as fields,
       case when verdict like 'confidential%' then '{}'::jsonb
            else coalesce(address, '{}') - 'address_type' end as address
from settled;

create unique index on incoming_place (key);
analyze incoming_place;

-- Details may tell the way as well as an address does.
delete from incoming_record r
using incoming_place p
where p.kind = 'confidential' and r.location = p.key and r.kind in ('address', 'accessibility');

update incoming_record r
set fields = r.fields - 'description'
from incoming_place p
where p.kind = 'confidential' and r.kind = 'service_at_location' and r.location = p.key;

-- A word may be a code that the file itself explains; a service that has no word at all has its name.
update incoming_record t
set fields = jsonb_build_object('term', coalesce(nullif(x.fields ->> 'name', ''), t.fields ->> 'term'))
from incoming_record x
where t.kind = 'term' and x.kind = 'taxonomy_term' and x.key = t.fields ->> 'term';

insert into incoming_record (unit, file, row, kind, service, embedded, fields)
select s.unit, s.file, s.row, 'term', s.key, true, jsonb_build_object('term', c.term)
from incoming_record s
join provider.category_term c on c.term = lower(s.fields ->> 'name')
where s.kind = 'service'
  and not exists (select from incoming_record t where t.kind = 'term' and t.service = s.key);
