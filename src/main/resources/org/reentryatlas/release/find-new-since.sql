select new_since
from published.release
where id = :releaseId
  and new_since is not null
