insert into approval.publication (proposal_id, release_id) values (:proposalId, :releaseId)
