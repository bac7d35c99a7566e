-- Nobody else counts temporary tables. Taken for small, they would be read once for each row of another.
analyze geocode_request, geocode_trial, geocode_found
