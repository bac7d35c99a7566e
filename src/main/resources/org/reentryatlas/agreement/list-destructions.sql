select number, at, version, reference_date, what, method, cause, made_by
from agreement.destruction
where id = :id
order by number
