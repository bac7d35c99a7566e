insert into published.tour_outcome (quarter, outcome, value)
values (:quarter, :outcome, :value)
