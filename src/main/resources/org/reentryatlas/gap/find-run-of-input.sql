select id
from gap.run
where release_id = :releaseId
  and input_sha256 = :inputSha256
