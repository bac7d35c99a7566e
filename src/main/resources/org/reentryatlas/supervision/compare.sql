-- What the staged rows would change of an earlier caseload of the date. Of a purged one only the areas are left, so that
-- any residence in it counts as changed.
with earlier as (
    select r.record_id,
           row(r.class, coalesce(w.address, '?'), round(cast(st_x(w.geom) as numeric), 7),
               round(cast(st_y(w.geom) as numeric), 7), r.stated_area, r.needs, r.start_date, r.end_date, r.verified_on)
               as content
    from supervision.record r
    left join supervision.raw_residence w on w.caseload_id = r.caseload_id and w.record_id = r.record_id
    where r.caseload_id = :caseloadId
), incoming as (
    select record_id,
           row(class, case when address is null and lon is null then '?' else coalesce(address, '') end,
               round(cast(lon as numeric), 7), round(cast(lat as numeric), 7), stated_area,
               needs, start_date, end_date, verified_on) as content
    from classified
)
select count(*) filter (where e.record_id is null) as added,
       count(*) filter (where e.content is distinct from i.content and e.record_id is not null and i.record_id is not null)
           as changed,
       count(*) filter (where i.record_id is null) as removed,
       count(*) filter (where e.content is not distinct from i.content and e.record_id is not null) as unchanged
from earlier e
full join incoming i on i.record_id = e.record_id
