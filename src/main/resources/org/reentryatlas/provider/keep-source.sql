insert into provider.source (name, format, file)
values (:source, :format, :file)
on conflict (name) do update set format = excluded.format, file = excluded.file, loaded_at = now()
