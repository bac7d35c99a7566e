delete from identity.session
where token_digest = :tokenDigest
