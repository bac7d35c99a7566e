analyze supervision.record
