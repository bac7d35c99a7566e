analyze supervision.record, supervision.raw_residence
