-- Pieces of ground by the base areas that they lie in, 0 where a layer has no area there. They start as the beats.
create temporary table piece on commit drop as
select cast(1 as bigint) as layer, no as beat_no, cast(0 as bigint) as tract_no, cast(0 as bigint) as hex_no, ground as geom
from base_area
where layer = 1;
analyze piece
