-- Another text after each change of a plan, each time that one is over, and each day.
select cast(:now::timestamptz at time zone :zone as date) || ' ' || count(*) || ' ' || count(*) filter (where v.ends_at <= :now) || ' '
           || coalesce(max(p.changed_at)::text, '') as version
from outreach.plan p
left join outreach.plan_version v on v.plan_id = p.id and v.version = p.published_version
