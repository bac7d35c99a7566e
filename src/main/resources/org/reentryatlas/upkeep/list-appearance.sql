select segment_id, street, score, day, scorer
from upkeep.appearance
where segment_id = :segmentId
order by day desc, id desc
