select exists (select from identity.oidc_subject where issuer = :issuer and subject = :subject)
