-- Of the places that a step proposes for a spelling, those that agree best with its ZIP and its city. One place is a match;
-- several are ambiguous, unless they lie on one spot or are one source's word and another's for one place. A ZIP that differs is a mistake in it where the first three digits agree, and another town otherwise.
with agreeing as (
    select c.*,
           case when t.said_postal_code = '' or c.postal_code = '' then 1
                when left(c.postal_code, 5) = t.said_postal_code then 2
                when left(c.postal_code, 3) = left(t.said_postal_code, 3) then 0
                else -9 end as postal_code_agrees,
           case when t.said_city = '' or c.city = '' then 1
                when address.clean(c.city) = t.said_city then 2
                else 0 end as city_agrees,
           min(nullif(c.postal_code, '')) over text <> max(nullif(c.postal_code, '')) over text as contested
    from geocode_candidate c
    join geocode_text t on t.id = c.text_id
    window text as (partition by c.text_id)
), ranked as (
    select a.*,
           rank() over agreement as place,
           row_number() over (partition by text_id
                              order by postal_code_agrees + city_agrees desc, unit, point_id, facility_id, geom) as turn
    from agreeing a
    where postal_code_agrees + city_agrees > 0
    window agreement as (partition by text_id order by postal_code_agrees + city_agrees desc)
), spread as (
    select text_id,
           count(distinct source) as sources,
           count(distinct case when unit <> '' then 'units' else coalesce(point_id::text, 'facility ' || facility_id, st_astext(geom)) end) as ids,
           st_distance(st_makepoint(min(st_x(geom)), min(st_y(geom)))::geography,
                       st_makepoint(max(st_x(geom)), max(st_y(geom)))::geography) as metres
    from ranked
    where place = 1
    group by text_id
)
insert into geocode_found (text_id, method, score, candidates, point_id, facility_id, street_id, number, number_suffix, city,
                           postal_code, contested, geom)
select r.text_id,
       case when r.postal_code_agrees = 0 then :method || '_zip' else :method end,
       case when r.postal_code_agrees = 0 then :score - 0.05 else :score end,
       case when s.metres <= :sameSpotMetres or s.ids = s.sources and s.metres <= :samePlaceMetres then 1 else s.ids end,
       r.point_id, r.facility_id, r.street_id, r.number, r.number_suffix, r.city, r.postal_code,
       coalesce(r.contested, false), r.geom
from ranked r
join spread s using (text_id)
where r.turn = 1
