-- The least and the greatest number on a street.
select min(least(left_from, left_to, right_from, right_to)) as low,
       max(greatest(left_from, left_to, right_from, right_to)) as high
from address.segment
where street_id = :streetId
