insert into upkeep.appearance (segment_id, street, score, day, scorer)
select id, street, :score, :day, :scorer
from upkeep.block
where id = :segmentId
on conflict (segment_id, scorer, day) do nothing
