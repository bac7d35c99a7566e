-- What tells the people who are new from the others needs to know who was there before.
select code, band_width
from published.measure
where :knowsBefore or code <> 'new'
order by position
