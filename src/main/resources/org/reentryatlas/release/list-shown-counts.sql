-- Bands are left out: nothing sticks to them.
select c.measure, c.area_id, c.value
from published.cell c
join published.measure m on m.code = c.measure
where c.release_id = :releaseId
  and c.status = 'shown'
  and m.band_width is null
