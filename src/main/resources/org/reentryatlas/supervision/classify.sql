-- Every row gets its one class, from what the agency states, then from the register of facilities, then from the
-- position it gave, then from the geocoder.
create temporary table classified on commit drop as
with facility as materialized (
    -- A position within 10 m of a facility, of a row that gives no address to tell the two apart.
    select distinct on (i.row_number) i.row_number, f.kind
    from address.facility f
    join incoming_record i
      on i.lat between st_y(f.geom) - 0.001 and st_y(f.geom) + 0.001
     and i.lon between st_x(f.geom) - 0.001 and st_x(f.geom) + 0.001
    where i.address is null
      and st_distancesphere(f.geom, st_setsrid(st_makepoint(i.lon, i.lat), 4326)) <= 10
    order by i.row_number, st_distancesphere(f.geom, st_setsrid(st_makepoint(i.lon, i.lat), 4326)), f.id
), decided as (
    select i.*,
           case
               when i.stated = 'unknown' then 'blank'
               when not i.is_placed then i.stated
               when a.class = 'correctional_facility' or f.kind = 'correctional_facility' then 'correctional_facility'
               when a.class = 'group_quarters' or f.kind is not null then 'group_quarters'
               when i.lon is null and a.class <> 'matched' then a.class
               when i.stated in ('halfway_house', 'shelter') then 'group_quarters'
               else 'matched'
           end as class,
           case
               when not i.is_placed then 'stated'
               when f.kind is not null then 'register'
               when i.lon is not null then 'given'
               else a.method
           end as found_by,
           case when i.lon is null then a.score end as score,
           case when i.lon is null then st_x(a.geom) else i.lon end as found_lon,
           case when i.lon is null then st_y(a.geom) else i.lat end as found_lat,
           case
               when i.lon is null then a.address_key
               when i.address is not null then upper(regexp_replace(i.address, '\s+', ' ', 'g'))
           end as address_key
    from incoming_record i
    left join geocode_answer a on a.row_number = i.row_number
    left join facility f on f.row_number = i.row_number
)
select row_number, record_id, class, coalesce(found_by, '') as method, score,
       case when class in ('matched', 'group_quarters') then found_lon end as lon,
       case when class in ('matched', 'group_quarters') then found_lat end as lat,
       case when class in ('matched', 'group_quarters', 'ambiguous', 'unmatched') then address end as address,
       coalesce(stated_area, '') as stated_area,
       needs, start_date, end_date, verified_on, address_key
from decided
