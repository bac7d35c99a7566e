insert into address.change (kind, changed_at)
values (:kind, clock_timestamp())
on conflict (kind) do update set changed_at = excluded.changed_at
