-- The edition that is kept of a source: to make room for another, or for good.
with calls as (delete from transit.call where source = :source),
frequencies as (delete from transit.frequency where source = :source),
changes as (delete from transit.change where source = :source),
days as (delete from transit.service_day where source = :source),
trips as (delete from transit.trip where source = :source),
stops as (delete from transit.stop where source = :source)
delete from transit.feed where source = :source
