-- The newest edition of a source says what has to be shown; empty where nothing has.
insert into address.credit (kind, source, words)
values (:kind, :source, :words)
on conflict (kind, source) do update set words = excluded.words
