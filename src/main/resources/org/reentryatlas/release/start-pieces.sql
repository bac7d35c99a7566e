-- Pieces of ground by the base areas that they lie in, in the order of the layers; a layer that has no area there is left out.
-- They start as the beats.
create temporary table piece on commit drop as
select cast(1 as bigint) as layer, array[no] as areas, ground as geom
from base_area
where layer = 1;
analyze piece
