with outside as (
    delete from boundary.population_outside where set_id = :setId
)
delete from boundary.population p
using boundary.area a
where a.id = p.area_id
  and a.set_id = :setId
