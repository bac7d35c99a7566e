-- Each sliver that no area holds goes to the area with the longest edge along it.
insert into given_piece (winner, geom, square_metres, width_metres)
select neighbours[1], geom, square_metres, width_metres
from gap_piece
where is_sliver
