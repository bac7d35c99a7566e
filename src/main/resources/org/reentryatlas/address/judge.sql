-- Rows whose right point is known and in the reference, by what became of them. "Twin" is another point with the very same
-- address in standard form: the reference itself cannot tell the two apart.
with known as (
    select t.row_number, t.truth, min(p.id) as point_id
    from geocode_trial t
    join address.point p on p.source_id = t.truth
    group by t.row_number, t.truth
), found as (
    select k.row_number, f.candidates, k.truth, p.source_id,
           (p.street_id, p.number, p.number_suffix, p.block_to)
               is not distinct from (right_one.street_id, right_one.number, right_one.number_suffix, right_one.block_to) as twin
    from known k
    join address.point right_one on right_one.id = k.point_id
    join geocode_request r using (row_number)
    join geocode_text x on x.address = coalesce(r.address, '') and x.city = coalesce(r.city, '')
        and x.postal_code = coalesce(r.postal_code, '')
    left join geocode_found f on f.text_id = x.id
    left join address.point p on p.id = f.point_id
)
select count(*) as known,
       count(*) filter (where candidates = 1) as matched,
       count(*) filter (where candidates = 1 and source_id = truth) as same_id,
       count(*) filter (where candidates = 1 and source_id <> truth and twin) as twin,
       count(*) filter (where candidates = 1 and (source_id is null or source_id <> truth and not twin)) as wrong,
       count(*) filter (where candidates > 1) as ambiguous,
       count(*) filter (where candidates is null) as not_found
from found
