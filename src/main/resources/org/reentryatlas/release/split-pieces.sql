-- Splits the pieces of the layer before by the areas of :layer; what no area of it covers stays as a remainder. Ground under
-- 100 cm² is arithmetic.
insert into piece (layer, areas, geom)
select :layer, areas, geom
from (
    select p.areas || b.no as areas, st_collectionextract(st_intersection(p.geom, b.ground), 3) as geom
    from piece p
    join base_area b on b.layer = :layer and st_intersects(b.ground, p.geom)
    where p.layer = :layer - 1
    union all
    select p.areas,
           case when c.ground is null then p.geom else st_collectionextract(st_difference(p.geom, c.ground), 3) end
    from piece p
    left join lateral (
        select st_union(b.ground) as ground
        from base_area b
        where b.layer = :layer
          and st_intersects(b.ground, p.geom)
    ) c on true
    where p.layer = :layer - 1
) split
where not st_isempty(geom)
  and st_area(cast(geom as geography)) >= 0.01
