-- What a release has numbers of.
select code, title, description, band_width
from published.measure m
where exists (select from published.cell c where c.release_id = :releaseId and c.measure = m.code)
order by position
