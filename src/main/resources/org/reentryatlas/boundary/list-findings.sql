select verdict, kind, row_number, field, key, other_key, square_metres, width_metres,
       st_x(place) as longitude, st_y(place) as latitude, detail
from finding
order by case verdict when 'refuses' then 1 when 'repaired' then 2 else 3 end, row_number, position
limit :most
