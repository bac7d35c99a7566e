insert into supervision.seal (release_id, caseload_id, nonce, audit)
values (:releaseId, :caseloadId, :nonce, :audit)
