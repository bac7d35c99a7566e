-- A text that changes with everything that an answer is made of: releases, service sites, residents of areas, runs of
-- gaps, and plans for new sites.
select concat_ws(
    ':',
    (select concat_ws(',', count(*), max(published_at)) from published.release),
    (select concat_ws(',', count(*), max(loaded_at)) from provider.source),
    (select concat_ws(',', count(*), max(loaded_at)) from boundary.area_set),
    (select concat_ws(',', count(*), sum(residents)) from boundary.population),
    (select concat_ws(',', count(*), max(made_at)) from gap.run),
    (select concat_ws(',', count(*), max(made_at)) from gap.plan)
)
