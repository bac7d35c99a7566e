-- Whatever comes of it, nobody comes back with it a second time.
delete from identity.oidc_attempt
where state_digest = :stateDigest
  and browser_digest = :browserDigest
returning page, begun_at > clock_timestamp() - interval '10 minutes' as is_fresh
