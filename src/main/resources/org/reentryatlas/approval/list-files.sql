select name from approval.file where proposal_id = :proposalId order by name
