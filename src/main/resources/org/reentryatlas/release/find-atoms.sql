-- The atoms: pieces in which somebody can live, since a residential address or registered group quarters stand in them.
-- Where no address is known at all nobody can tell, and every piece of at least :squareMetres is one. Nothing here depends
-- on the caseload, so that everybody may know the atoms. Their order is that of the keys.
create temporary table atom on commit drop as
with place as (
    select geom from address.point where kind in ('residential', 'unknown')
    union all
    select geom from address.facility where kind <> 'correctional_facility' and exists (select from address.point)
), spot as materialized (
    select row_number() over () as id, geom from (select distinct geom from place) places
), home as (
    -- Area by area, so that each area's outline is prepared once for all places in its box.
    select min(b.no) filter (where b.layer = 1) as beat_no,
           coalesce(min(b.no) filter (where b.layer = 2), 0) as tract_no,
           coalesce(min(b.no) filter (where b.layer = 3), 0) as hex_no
    from base_area b
    join spot s on st_intersects(b.geom, s.geom)
    group by s.id
), lived as (
    select distinct beat_no, tract_no, hex_no
    from home
    where beat_no is not null
    union
    select beat_no, tract_no, hex_no
    from piece
    where square_metres >= :squareMetres
      and not exists (select from address.point)
)
select row_number() over (order by beat_no, tract_no, hex_no) as no, beat_no, tract_no, hex_no
from lived
