select t.row_number, coalesce(t.id, '') as id, a.class, a.method, a.score, a.candidates,
       st_x(a.geom) as lon, st_y(a.geom) as lat,
       coalesce(case when a.candidates = 1 then coalesce(p.source_id, y.source_id) end, '') as reference_id
from geocode_trial t
join geocode_request r using (row_number)
join geocode_answer a using (row_number)
left join geocode_text x on x.address = coalesce(r.address, '') and x.city = coalesce(r.city, '')
    and x.postal_code = coalesce(r.postal_code, '')
left join geocode_found f on f.text_id = x.id
left join address.point p on p.id = f.point_id
left join address.facility y on y.id = f.facility_id
order by t.row_number
