-- All that is kept of an edition.
with feed as (
    insert into transit.feed (source, sha256, version, publisher)
    values (:source, :sha256, :version, :publisher)
),
stops as (
    insert into transit.stop (source, stop_id, name, station, geom, content)
    select :source, stop_id, name, station, geom, content
    from edition_stop
),
trips as (
    insert into transit.trip (source, trip_id, service_id, content)
    select :source, trip_id, service_id, content
    from edition_trip
),
days as (
    insert into transit.service_day (source, service_id, day)
    select :source, service_id, day
    from edition_service
),
frequencies as (
    insert into transit.frequency (source, trip_id, begins, ends, every)
    select :source, trip_id, start_time, end_time, headway_secs
    from incoming_frequency
),
changes as (
    insert into transit.change (source, from_stop, to_stop, kind, seconds)
    select :source, from_stop, to_stop, kind, seconds
    from edition_change
)
insert into transit.call (source, trip_id, position, stop_id, arrives, departs, boards, alights)
select :source, trip_id, position, stop_id, arrives, departs, boards, alights
from edition_call
