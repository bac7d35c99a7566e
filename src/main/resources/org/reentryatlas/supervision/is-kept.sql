select exists (
    select from supervision.caseload where reference_date = :referenceDate and fingerprint = :fingerprint
)
