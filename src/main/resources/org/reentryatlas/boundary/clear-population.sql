with outside as (
    delete from boundary.population_outside
)
delete from boundary.population
