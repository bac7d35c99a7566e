-- Places where somebody can live, and whether anybody of the caseload does, in the beats of some of the vintages and not of
-- the others.
with beats as (
    select no from base_area where layer = any (:beatLayers)
)
select coalesce((
           select sum(l.places)
           from lived l
           where (select count(*) from beats b where b.no = any (l.areas)) between 1 and cardinality(:beatLayers) - 1
       ), 0) as places,
       exists (
           select
           from home h
           where (select count(*) from beats b where b.no = any (h.areas)) between 1 and cardinality(:beatLayers) - 1
       ) as lives_somebody
