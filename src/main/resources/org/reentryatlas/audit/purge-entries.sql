select audit.purge(make_interval(years => :years), :actor)
