-- The atoms, and the pieces that are none with their ground.
select (select count(*) from atom) as atoms, count(*) as slivers, coalesce(sum(p.square_metres), 0) as square_metres
from piece p
where not exists (select from atom a where a.areas = p.areas)
