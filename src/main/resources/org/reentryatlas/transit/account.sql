-- What the owner of a feed should know of it.
select (select count(*) from edition_stop) as stops,
       (select count(*) from edition_trip) as trips,
       (select min(day) from edition_service) as first_day,
       (select max(day) from edition_service) as last_day,
       (
           select count(*)
           from edition_trip t
           where not exists (
               select
               from edition_service s
               where s.service_id = t.service_id
                 and s.day >= current_date
           )
       ) as trips_over,
       (select count(*) from incoming_trip) - (select count(*) from edition_trip) as trips_without_stops,
       (select count(*) from incoming_stop) - (select count(*) from edition_stop) as other_places,
       (
           select count(*)
           from incoming_call
           where stop_id is not null
             and coalesce(arrival_time, departure_time) is null
       ) as untimed,
       (select count(*) from incoming_call where stop_id is null) as on_demand,
       (
           select count(*)
           from incoming_transfer
           where coalesce(transfer_type, 0) > 3
              or coalesce(from_route_id, to_route_id, from_trip_id, to_trip_id) is not null
       ) as changes_left_out,
       (
           select count(*)
           from edition_stop s
           where exists (
               select
               from boundary.area
               where level = 'beat'
           )
             and not exists (
                 select
                 from boundary.area a
                 where a.level = 'beat'
                   -- Measured only where it can be: this is 22 km to the north and south, and 11 to the east and west at 60 degrees.
                   and a.geom && st_expand(s.geom, 0.2)
                   and st_dwithin(a.geom::geography, s.geom::geography, 10000, false)
             )
       ) as far_stops
