-- What calendars have of it has changed, unless they had nothing.
update outreach.plan
set published_version = version,
    sequence = case when published_version is null then sequence else sequence + 1 end,
    changed_at = clock_timestamp()
where id = :id
