-- Every row gets its one class, from what the agency states, then from the register of facilities, then from the
-- position it gave, then from the geocoder.
with facility as (
    -- A position within 10 m of a facility, of a row that gives no address to tell the two apart.
    select i.row_number, f.kind
    from incoming_record i
    cross join lateral (
        select f.kind
        from address.facility f
        where st_dwithin(f.geom, st_setsrid(st_makepoint(i.lon, i.lat), 4326), 0.001)
          and st_distancesphere(f.geom, st_setsrid(st_makepoint(i.lon, i.lat), 4326)) <= 10
        order by st_distancesphere(f.geom, st_setsrid(st_makepoint(i.lon, i.lat), 4326)), f.id
        limit 1
    ) f
    where i.lon is not null
      and i.address is null
), decided as (
    select i.row_number,
           case
               when i.stated = 'unknown' then 'blank'
               when i.stated not in ('residence', 'halfway_house', 'shelter') then i.stated
               when a.class = 'correctional_facility' or f.kind = 'correctional_facility' then 'correctional_facility'
               when a.class = 'group_quarters' or f.kind is not null then 'group_quarters'
               when i.lon is null and a.class <> 'matched' then a.class
               when i.stated in ('halfway_house', 'shelter') then 'group_quarters'
               else 'matched'
           end as class,
           case
               when i.stated not in ('residence', 'halfway_house', 'shelter') then 'stated'
               when f.kind is not null then 'register'
               when i.lon is not null then 'given'
               else a.method
           end as method,
           case when i.lon is null then a.score end as score,
           coalesce(i.lon, st_x(a.geom)) as lon,
           coalesce(i.lat, st_y(a.geom)) as lat,
           case
               when i.lon is null then a.address_key
               when i.address is not null then upper(regexp_replace(i.address, '\s+', ' ', 'g'))
           end as address_key
    from incoming_record i
    left join geocode_answer a on a.row_number = i.row_number
    left join facility f on f.row_number = i.row_number
)
update incoming_record i
set class = d.class,
    method = coalesce(d.method, ''),
    score = d.score,
    lon = case when d.class in ('matched', 'group_quarters') then d.lon end,
    lat = case when d.class in ('matched', 'group_quarters') then d.lat end,
    address = case
                  when d.class in ('matched', 'group_quarters', 'ambiguous', 'unmatched') then i.address
              end,
    address_key = d.address_key
from decided d
where d.row_number = i.row_number
