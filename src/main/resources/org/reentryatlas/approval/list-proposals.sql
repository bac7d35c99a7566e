select id, reference_date, release_id, digest, report_digest, agreement, cells, prepared_at, prepared_by, state
from approval.current
order by prepared_at desc, id desc
