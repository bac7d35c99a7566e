-- Rows that name what is not there, that are there twice, or that go back in time: the file, its row, and what is wrong.
with calls as (
    -- Where a vehicle comes on demand somewhere in an area, it calls at no stop.
    select c.*,
           row_number() over trip as place,
           row_number() over (partition by trip_id order by stop_sequence desc) as place_from_end,
           max(coalesce(departure_time, arrival_time)) over (
               partition by trip_id order by stop_sequence, row_number rows between unbounded preceding and 1 preceding
           ) as before
    from incoming_call c
    where stop_id is not null
    window trip as (partition by trip_id order by stop_sequence)
),
services as (
    select service_id from incoming_calendar
    union
    select service_id from incoming_exception
),
repeated as (
    select 'stops.txt' as file, row_number, 'stop_id' as field, row_number() over (partition by stop_id order by row_number) as nth
    from incoming_stop
    union all
    select 'routes.txt', row_number, 'route_id', row_number() over (partition by route_id order by row_number)
    from incoming_route
    union all
    select 'trips.txt', row_number, 'trip_id', row_number() over (partition by trip_id order by row_number)
    from incoming_trip
    union all
    select 'calendar.txt', row_number, 'service_id', row_number() over (partition by service_id order by row_number)
    from incoming_calendar
    union all
    select 'calendar_dates.txt', row_number, 'date', row_number() over (partition by service_id, date order by row_number)
    from incoming_exception
    union all
    select 'stop_times.txt', row_number, 'stop_sequence', row_number() over (partition by trip_id, stop_sequence order by row_number)
    from incoming_call
    union all
    select 'frequencies.txt', row_number, 'start_time', row_number() over (partition by trip_id, start_time order by row_number)
    from incoming_frequency
)
select file, row_number, field, 'DUPLICATE_ID' as reason, 'an earlier row has the same' as advice
from repeated
where nth > 1
union all
select 'stops.txt', row_number, 'stop_lat', 'COORDINATES_MISSING', 'a stop needs a position'
from incoming_stop
where coalesce(location_type, 0) < 2
  and (stop_lat is null or stop_lon is null)
union all
select 'stops.txt', row_number, 'parent_station', 'OWNER_UNKNOWN', 'stops.txt has no such station'
from incoming_stop s
where parent_station is not null
  and not exists (select from incoming_stop p where p.stop_id = s.parent_station)
union all
select 'trips.txt', row_number, 'route_id', 'OWNER_UNKNOWN', 'routes.txt has no such route'
from incoming_trip t
where not exists (select from incoming_route r where r.route_id = t.route_id)
union all
select 'trips.txt', row_number, 'service_id', 'OWNER_UNKNOWN', 'neither calendar.txt nor calendar_dates.txt has such a service'
from incoming_trip t
where not exists (select from services s where s.service_id = t.service_id)
union all
select 'calendar.txt', row_number, 'end_date', 'END_BEFORE_START', 'it ends before it begins'
from incoming_calendar
where end_date < start_date
union all
select 'stop_times.txt', row_number, 'trip_id', 'OWNER_UNKNOWN', 'trips.txt has no such trip'
from incoming_call c
where not exists (select from incoming_trip t where t.trip_id = c.trip_id)
union all
select 'stop_times.txt', row_number, 'stop_id', 'VALUE_MISSING', 'a value is required'
from incoming_call
where coalesce(stop_id, location_id, location_group_id) is null
union all
select 'stop_times.txt', row_number, 'stop_id', 'OWNER_UNKNOWN', 'stops.txt has no such stop, or it is a station as a whole'
from incoming_call c
where stop_id is not null
  and not exists (
    select
    from incoming_stop s
    where s.stop_id = c.stop_id
      and coalesce(s.location_type, 0) = 0
  )
union all
select 'stop_times.txt', row_number, 'departure_time', 'END_BEFORE_START', 'it departs before it arrives'
from calls
where departure_time < arrival_time
union all
select 'stop_times.txt', row_number, 'arrival_time', 'END_BEFORE_START', 'the time goes back: an earlier stop of the trip has a later one'
from calls
where coalesce(arrival_time, departure_time) < before
union all
select 'stop_times.txt', row_number, 'arrival_time', 'VALUE_MISSING', 'the first and the last stop of a trip need times'
from calls
where arrival_time is null
  and departure_time is null
  and (place = 1 or place_from_end = 1)
union all
select 'frequencies.txt', row_number, 'trip_id', 'OWNER_UNKNOWN', 'trips.txt has no such trip'
from incoming_frequency f
where not exists (select from incoming_trip t where t.trip_id = f.trip_id)
union all
select 'frequencies.txt', row_number, 'end_time', 'END_BEFORE_START', 'it ends before it begins'
from incoming_frequency
where end_time <= start_time
union all
select 'frequencies.txt', row_number, 'headway_secs', 'NUMBER_INVALID', 'write the seconds from one to the next, 1 or more'
from incoming_frequency
where headway_secs < 1
union all
select 'transfers.txt', row_number, 'from_stop_id', 'OWNER_UNKNOWN', 'stops.txt has no such stop'
from incoming_transfer f
where from_stop_id is not null
  and not exists (select from incoming_stop s where s.stop_id = f.from_stop_id)
union all
select 'transfers.txt', row_number, 'to_stop_id', 'OWNER_UNKNOWN', 'stops.txt has no such stop'
from incoming_transfer f
where to_stop_id is not null
  and not exists (select from incoming_stop s where s.stop_id = f.to_stop_id)
order by file, row_number, field
