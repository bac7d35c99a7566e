-- What the terms of the centre lines ask to be shown with whatever is made of them.
select words
from basemap.street_credit
order by words collate "C"
