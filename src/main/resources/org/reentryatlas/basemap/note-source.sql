insert into basemap.source (kind, name, loaded_at)
values (:kind, :source, clock_timestamp())
on conflict (kind, name) do update set loaded_at = excluded.loaded_at
