-- Nothing is written meanwhile, so that what is destroyed is what was added up.
lock table outcome.tour_count in share row exclusive mode
