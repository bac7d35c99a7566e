-- What some release has numbers of; all that will be counted, as long as there is none.
select code, title, description, band_width
from published.measure m
where exists (
    select
    from published.release r
    join published.cell c on c.release_id = r.id and c.measure = m.code
)
or not exists (select from published.release)
order by position
