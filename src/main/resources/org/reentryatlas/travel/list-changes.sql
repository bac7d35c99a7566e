select source || ':' || from_stop as from_stop,
       source || ':' || to_stop as to_stop,
       kind,
       seconds
from transit.change
order by source collate "C", from_stop collate "C", to_stop collate "C"
