-- New requests near a street, each with its day; one that asks again is not new.
select segment_id, opened
from upkeep.service_request
where opened between :first and :last
  and kind = any (:kinds)
  and not repeats
  and segment_id is not null
