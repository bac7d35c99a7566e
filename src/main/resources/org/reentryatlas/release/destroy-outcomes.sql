-- Once their sums are published, nobody needs them.
delete from outcome.tour_count
where outcome.closes(day) <= :today
