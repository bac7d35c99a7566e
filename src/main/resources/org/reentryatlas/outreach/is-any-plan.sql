select exists (select from outreach.plan)
