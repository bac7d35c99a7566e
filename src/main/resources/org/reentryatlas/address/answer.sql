-- One answer per request. A place where a facility stands is the facility, whatever led to it.
with facility as (
    select f.text_id, min(r.id) as id, bool_or(r.kind = 'correctional_facility') as correctional
    from geocode_found f
    join address.facility r on r.id = f.facility_id
        or (r.street_id = f.street_id and r.number = f.number and r.number_suffix = f.number_suffix
            and st_dwithin(r.geom::geography, f.geom::geography, 250))
    where f.candidates = 1
    group by f.text_id
), answer as (
    select t.id, t.address, t.city, t.postal_code,
           case
               when t.class is not null then t.class
               when f.candidates > 1 then 'ambiguous'
               when r.correctional then 'correctional_facility'
               when r.id is not null then 'group_quarters'
               when f.text_id is not null then 'matched'
               when t.otherwise is not null then t.otherwise
               else 'unmatched'
           end as class,
           coalesce(f.method, '') as method,
           f.score,
           case
               when f.candidates = 1 then
                   concat_ws(' ', f.number || coalesce(f.number_suffix, ''), s.predir, s.name, s.suffix, s.postdir) || '|'
                   || coalesce(address.clean(f.city), '') || case when f.contested then '|' || f.postal_code else '' end
               when t.number is not null then
                   concat_ws(' ', t.number || t.number_suffix, t.predir, t.name, t.suffix, t.postdir)
                   || '|' || t.said_city || '|' || t.said_postal_code
               else coalesce(t.head, t.plain) || '|' || t.said_city || '|' || t.said_postal_code
           end as address_key,
           r.id as facility_id,
           coalesce(f.candidates, 0) as candidates,
           case when f.candidates = 1 then f.geom end as geom
    from geocode_text t
    left join geocode_found f on f.text_id = t.id and t.class is null
    left join address.street s on s.id = f.street_id
    left join facility r on r.text_id = t.id
)
insert into geocode_answer (row_number, class, method, score, address_key, facility_id, candidates, geom)
select r.row_number, a.class, a.method, a.score, a.address_key, a.facility_id, a.candidates, a.geom
from geocode_request r
join answer a on a.address = coalesce(r.address, '')
    and a.city = coalesce(r.city, '')
    and a.postal_code = coalesce(r.postal_code, '')
