-- The atoms: pieces in which somebody can live. Where no address is known at all nobody can tell, and every piece of at least
-- :squareMetres is one. Nothing here depends on the caseload, so that everybody may know the atoms. Their order is that of the
-- keys, layer by layer; where a layer has no area it comes before all of them.
create temporary table atom on commit drop as
with candidate as (
    select l.areas
    from lived l
    join base_area b on b.no = l.areas[1] and b.layer = 1
    union
    select areas
    from piece
    where square_metres >= :squareMetres
      and not exists (select from address.point)
)
select row_number() over (order by keys.nos) as no, c.areas
from candidate c
cross join lateral (
    select array_agg(coalesce(found.no, 0) order by l.layer) as nos
    from generate_series(1, (select max(layer) from base_area)) as l (layer)
    left join (
        select b.layer, b.no
        from unnest(c.areas) as a (no)
        join base_area b on b.no = a.no
    ) found on found.layer = l.layer
) keys
