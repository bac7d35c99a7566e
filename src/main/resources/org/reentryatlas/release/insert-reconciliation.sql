insert into supervision.reconciliation (release_id, caseload_id, outcome, people)
values (:releaseId, :caseloadId, :outcome, :people)
