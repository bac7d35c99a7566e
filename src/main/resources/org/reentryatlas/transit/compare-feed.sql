-- What an edition would change of the stops, trips and rules of changing that are kept of its source.
with edition as (
    select 'stop' as kind, stop_id as id, content from edition_stop
    union all
    select 'trip', trip_id, content from edition_trip
    union all
    select 'change', concat_ws(' ', from_stop, to_stop), md5(concat_ws(' ', kind, seconds))::uuid from edition_change
),
kept as (
    select 'stop' as kind, stop_id as id, content from transit.stop where source = :source
    union all
    select 'trip', trip_id, content from transit.trip where source = :source
    union all
    select 'change', concat_ws(' ', from_stop, to_stop), md5(concat_ws(' ', kind, seconds))::uuid
    from transit.change
    where source = :source
)
select count(*) filter (where k.id is null) as added,
       count(*) filter (where k.content <> e.content) as changed,
       count(*) filter (where e.id is null) as removed,
       count(*) filter (where k.content = e.content) as unchanged
from edition e
full join kept k on k.kind = e.kind and k.id = e.id
