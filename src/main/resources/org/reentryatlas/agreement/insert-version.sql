-- The next version of its agreement, unless it is the newest already.
insert into agreement.version (id, version, body, starts, ends)
select :id, coalesce(max(version), 0) + 1, cast(:body as jsonb), :starts, :ends
from agreement.version
where id = :id
having not exists (select from agreement.current c where c.id = :id and c.body = cast(:body as jsonb))
returning version
