insert into upkeep.source (name, loaded_at)
values (:source, clock_timestamp())
on conflict (name) do update set loaded_at = excluded.loaded_at
