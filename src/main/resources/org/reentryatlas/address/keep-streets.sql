insert into address.street (predir, name, suffix, postdir)
select distinct predir, name, suffix, postdir
from incoming_spelling
where number is not null and name <> ''
on conflict do nothing
