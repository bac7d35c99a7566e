-- Nothing is kept of a quarter that is closed.
insert into outcome.tour_count (plan_id, day, contacted, not_home, moved, bad_address, account_id)
select :planId, :day, :contacted, :notHome, :moved, :badAddress, :accountId
where :today < outcome.closes(:day)
