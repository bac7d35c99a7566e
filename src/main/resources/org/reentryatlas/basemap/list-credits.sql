-- What the terms of the streets ask to be shown.
select words
from basemap.street_credit
order by words collate "C"
