-- Whether some ground lies in base areas of both sets, and not only a line.
select exists (
    select
    from boundary.area_set one
    join boundary.area a on a.set_id = one.id and a.level = one.base_level
    join boundary.area_set other on other.id = :otherId
    join boundary.area b on b.set_id = other.id and b.level = other.base_level
    where one.id = :setId
      and st_intersects(a.geom, b.geom)
      and st_relate(a.geom, b.geom, 'T********')
)
