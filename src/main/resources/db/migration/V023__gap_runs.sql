-- A run is held against the newest one of its release only: what is shown is the newest, so going back to streets or a directory of
-- before makes a new run.

alter table gap.run drop constraint run_release_id_input_sha256_key;
-- Not the time of the transaction, which may begin before another one ends that it waits for.
alter table gap.run alter column made_at set default clock_timestamp();
create index run_of_release on gap.run (release_id, made_at desc);
comment on column gap.run.input_sha256 is 'Digest of all that went in: what the newest run was made of is not computed again.';
