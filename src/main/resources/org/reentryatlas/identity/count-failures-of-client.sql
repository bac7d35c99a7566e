select count(*)
from identity.sign_in_failure
where client = :client
  and at > clock_timestamp() - interval '15 minutes'
