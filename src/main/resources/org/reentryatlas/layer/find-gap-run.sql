-- The newest run over a release, and who is to be named for it as its own file says. Runs that name no measure
-- of access are of before there was a choice.
select r.id, r.release_id, r.made_at, (rules.travel ->> 'streets_changed')::date as streets_changed,
       coalesce(rules.access, 'e2sfca') as access,
       coalesce(
           (
               select string_agg(credit, '; ' order by place)
               from (
                   select credit, min(place) as place
                   from (
                       select credit, place
                       from jsonb_array_elements_text(travel -> 'streets_credits') with ordinality as streets (credit, place)
                       union all
                       select feed ->> 'publisher', 1000 + place
                       from jsonb_array_elements(travel -> 'transit' -> 'feeds') with ordinality as feeds (feed, place)
                   ) named
                   where credit <> ''
                   group by credit
               ) credits
           ),
           ''
       ) as credits
from gap.run r
left join lateral (
    select file.content -> 'travel' as travel, file.content ->> 'access' as access
    from gap.artefact a
    cross join lateral (select convert_from(a.content, 'UTF8')::jsonb as content) as file
    where a.run_id = r.id
      and a.name = 'gap.json'
) rules on true
where r.release_id = :releaseId
order by r.made_at desc
limit 1
