-- Whether a truck gets near a place: a street within so many metres.
select exists (
    select
    from address.segment
    where st_dwithin(geom::geography, st_setsrid(st_makepoint(:lon, :lat), 4326)::geography, :metres)
      and geom && st_expand(st_setsrid(st_makepoint(:lon, :lat), 4326), 0.01)
)
