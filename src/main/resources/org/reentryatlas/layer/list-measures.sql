-- What some release has numbers of.
select code, title, description, band_width
from published.measure m
where exists (
    select
    from published.release r
    join published.cell c on c.release_id = r.id and c.measure = m.code
)
order by position
