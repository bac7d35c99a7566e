-- Opening hours that a program can read, so that the page can say whether a site is open now.

-- The week of whatever has a schedule, in OpenStreetMap's opening_hours: "Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-13:00". Each day
-- is named once; a time that ends at or before its beginning ends on the next day. What is not told by plain weekdays as a
-- whole (in words, by rules, for some dates) has no row: half of it would send somebody to a closed door.
create view provider.schedule_week as
with readable as (
    select service_id, location_id, service_at_location_id, weekday, opens_at,
           to_char(opens_at, 'HH24:MI') || '-'
               || case when closes_at = time '00:00' then '24:00' else to_char(closes_at, 'HH24:MI') end as times,
           bool_and(weekday is not null and valid_from is null and valid_to is null)
               over (partition by service_id, location_id, service_at_location_id) as is_whole
    from provider.schedule
), day as (
    select service_id, location_id, service_at_location_id, weekday,
           string_agg(distinct times, ',' order by times) as times
    from readable
    where is_whole
    group by service_id, location_id, service_at_location_id, weekday
), numbered as (
    select *,
           weekday - row_number() over (
               partition by service_id, location_id, service_at_location_id, times order by weekday) as run
    from day
), run as (
    select service_id, location_id, service_at_location_id, times, min(weekday) as first,
           (array['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'])[min(weekday)]
               || case when count(*) > 2 then '-' when count(*) = 2 then ',' else '' end
               || case when count(*) > 1
                       then (array['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'])[max(weekday)] else '' end as days
    from numbered
    group by service_id, location_id, service_at_location_id, times, run
), rule as (
    select service_id, location_id, service_at_location_id, min(first) as first,
           string_agg(days, ',' order by first) || ' ' || times as line
    from run
    group by service_id, location_id, service_at_location_id, times
)
select service_id, location_id, service_at_location_id, string_agg(line, '; ' order by first) as opening_hours
from rule
group by service_id, location_id, service_at_location_id;
grant select on provider.schedule_week to atlas_steward;

alter table provider.site add column opening_hours text;
comment on column provider.site.opening_hours is
    'In OpenStreetMap''s opening_hours, by the clock of the jurisdiction; null where hours says it in words only, or not at all.';

-- The hours of a site come from the first that has a schedule: the service at the place, the service, the place.
create function provider.opening_hours_of(record uuid, service uuid, location uuid) returns text
    language sql stable parallel safe
    return case
        when exists (select from provider.schedule s where s.service_at_location_id = record)
            then (select w.opening_hours from provider.schedule_week w where w.service_at_location_id = record)
        when exists (select from provider.schedule s where s.service_id = service)
            then (select w.opening_hours from provider.schedule_week w where w.service_id = service)
        else (select w.opening_hours from provider.schedule_week w where w.location_id = location)
    end;
revoke execute on function provider.opening_hours_of(uuid, uuid, uuid) from public;
grant execute on function provider.opening_hours_of(uuid, uuid, uuid) to atlas_steward;

update provider.site x
set opening_hours = provider.opening_hours_of(a.id, a.service_id, a.location_id)
from provider.service_at_location a
where a.id = x.record_id;
update provider.site x
set opening_hours = provider.opening_hours_of(s.id, s.id, null)
from provider.service s
where s.id = x.record_id;
