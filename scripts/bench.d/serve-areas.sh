# shellcheck shell=bash
# How a layer of more and more areas starts and answers; sourced by scripts/bench.d/serve.
# shellcheck disable=SC2154  # what it sets

page=$atlas/ogc/collections/people-by-beat/items

seconds_of() { curl -s -o "$work/answer" -w '%{http_code} %{time_total}\n' "$1" | awk '{ print $1 == 200 ? $2 : "answers " $1 }'; }

for count in ${areas//,/ }; do
  sql -v areas="$count" -v points=1000 <"$HERE/serve-data.sql"
  start_server
  printf '%s areas: ready after %d ms with %d MB; first page of 100 in %s s, of 1000 in %s s\n' "$count" "$started_in" \
    "$(resident "$server_pid")" "$(seconds_of "$page?limit=100")" "$(seconds_of "$page?limit=1000")"
  load "$count" uncached-box "$page?limit=100&bbox={box}"
  load "$count" cached-page "$page?limit=100"
  printf '%s areas: %d MB after this\n' "$count" "$(resident "$server_pid")"
  stop_server
done
