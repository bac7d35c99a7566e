-- What is kept of the feed. Stops without a time get one between those that have: equal parts from stop to stop.
create temporary table edition_service on commit drop as
select distinct service_id, d::date as day
from incoming_calendar c
cross join generate_series(c.start_date::timestamp, c.end_date::timestamp, interval '1 day') d
where (array[monday, tuesday, wednesday, thursday, friday, saturday, sunday])[extract(isodow from d)::integer] = 1
  and not exists (
      select
      from incoming_exception e
      where e.service_id = c.service_id
        and e.date = d::date
        and e.exception_type = 2
  )
union
select service_id, date
from incoming_exception
where exception_type = 1;

create temporary table edition_stop on commit drop as
select stop_id,
       coalesce(stop_name, '') as name,
       coalesce(parent_station, stop_id) as station,
       st_setsrid(st_makepoint(stop_lon, stop_lat), 4326) as geom,
       md5(concat_ws('|', coalesce(stop_name, ''), coalesce(parent_station, stop_id), stop_lon, stop_lat))::uuid as content
from incoming_stop
where coalesce(location_type, 0) = 0;

create temporary table edition_call on commit drop as
with timed as (
    select trip_id, stop_id, stop_sequence,
           coalesce(arrival_time, departure_time) as arrives,
           coalesce(departure_time, arrival_time) as departs,
           coalesce(pickup_type, 0) in (0, 3) as boards,
           coalesce(drop_off_type, 0) in (0, 3) as alights
    from incoming_call
    where stop_id is not null
),
parts as (
    select *,
           count(departs) over (partition by trip_id order by stop_sequence) as part,
           min(arrives) over (
               partition by trip_id order by stop_sequence rows between 1 following and unbounded following
           ) as next_arrives
    from timed
),
counted as (
    select *,
           max(departs) over (partition by trip_id, part) as part_departs,
           row_number() over (partition by trip_id, part order by stop_sequence) - 1 as step,
           count(*) over (partition by trip_id, part) as steps
    from parts
)
select trip_id,
       row_number() over (partition by trip_id order by stop_sequence)::integer as position,
       stop_id,
       coalesce(arrives, part_departs + ((next_arrives - part_departs) * step / steps)::integer) as arrives,
       coalesce(departs, part_departs + ((next_arrives - part_departs) * step / steps)::integer) as departs,
       boards,
       alights
from counted;
analyze edition_call;

-- What is said of a station holds between all its stops; what is said of two stops comes before that. Rules for single routes
-- or trips, and seats that one keeps, are left out.
create temporary table edition_change on commit drop as
with member as (
    select stop_id as place, stop_id, 1 as itself from edition_stop
    union all
    select station, stop_id, 0 from edition_stop where station <> stop_id
)
select distinct on (a.stop_id, b.stop_id)
       a.stop_id as from_stop,
       b.stop_id as to_stop,
       case t.transfer_type when 1 then 'timed' when 2 then 'minimum' else 'impossible' end as kind,
       case t.transfer_type when 2 then coalesce(t.min_transfer_time, 0) else 0 end as seconds
from incoming_transfer t
join member a on a.place = t.from_stop_id
join member b on b.place = t.to_stop_id
where t.transfer_type in (1, 2, 3)
  and coalesce(t.from_route_id, t.to_route_id, t.from_trip_id, t.to_trip_id) is null
order by a.stop_id, b.stop_id, a.itself + b.itself desc, t.row_number;

create temporary table edition_trip on commit drop as
select t.trip_id,
       t.service_id,
       md5(concat_ws('|', days.digest, calls.digest, times.digest))::uuid as content
from incoming_trip t
join (
    select trip_id, md5(string_agg(concat_ws(',', stop_id, arrives, departs, boards, alights), '|' order by position)) as digest
    from edition_call
    group by trip_id
) calls on calls.trip_id = t.trip_id
left join (
    select service_id, md5(string_agg(day::text, ',' order by day)) as digest
    from edition_service
    group by service_id
) days on days.service_id = t.service_id
left join (
    select trip_id, md5(string_agg(concat_ws(',', start_time, end_time, headway_secs), '|' order by start_time)) as digest
    from incoming_frequency
    group by trip_id
) times on times.trip_id = t.trip_id
