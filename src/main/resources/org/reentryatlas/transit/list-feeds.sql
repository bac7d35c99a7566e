-- Every feed that is kept, and how much there is of it.
select f.source, f.version, f.publisher,
       (select count(*) from transit.stop s where s.source = f.source) as stops,
       (select count(*) from transit.trip t where t.source = f.source) as trips,
       (select count(*) from transit.change c where c.source = f.source) as changes
from transit.feed f
order by f.source collate "C"
