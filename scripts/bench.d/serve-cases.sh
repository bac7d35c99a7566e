# shellcheck shell=bash
# The cases of scripts/bench.d/serve, which sources this, and the targets.
# shellcheck disable=SC2154  # what it sets

sql -v areas=200 -v points=200000 <"$HERE/serve-data.sql"
load_env "$ATLAS_DATA_DIR/env"
db_port=${ATLAS_DB_URL##*:}
start_peers "${db_port%%/*}"
unset "${!ATLAS_DB_@}" # scripts/atlas reads them itself, and gives the server only what it needs

nginx=http://127.0.0.1:$peer_port/static
mapserver=http://127.0.0.1:$peer_port/mapserver
qgis=http://127.0.0.1:$peer_port/wfs3/collections
items=$atlas/ogc/collections
layer="$items/people-by-beat/items?limit=1000"
sites="$items/providers/items?limit=200"
tile=$items/providers/tiles/WebMercatorQuad

wanted() { [[ -z $only || $only == "$1" ]]; }

# What ours answers becomes a file of nginx, with its compressed form beside it.
make_static() { # URL FILE
  curl -sf -o "$peers/static/$2" "$1" || return 0
  gzip -9 -k "$peers/static/$2"
  chmod 644 "$peers/static/$2"{,.gz}
  ((EUID != 0)) || chown "${CLUSTER_USER:-postgres}:" "$peers/static/$2"{,.gz}
}

tag() { curl -s -o "$work/answer" -D - "$@" | tr -d '\r' | sed -n 's/^etag: //Ip'; }

bench_layer() {
  load layer atlas "$layer"
  load layer mapserver "$mapserver/bench/ogcapi/collections/areas/items?f=json&limit=1000"
  load layer qgis "$qgis/areas/items.json?limit=1000"
  load layer nginx "$nginx/layer.geojson"
  load layer atlas-gzip "$layer" 'Accept-Encoding: gzip'
  load layer nginx-gzip "$nginx/layer.geojson" 'Accept-Encoding: gzip'
}

# Only what is not sent again counts.
require_304() { # URL HEADER
  [[ $(curl -s -o "$work/answer" -w '%{http_code}' -H 'Accept-Encoding: gzip' -H "$2" "$1") == 304 ]] || die "$1 is sent again"
}

bench_unchanged() {
  local known
  known="If-None-Match: $(tag -H 'Accept-Encoding: gzip' "$layer")"
  require_304 "$layer" "$known"
  load unchanged atlas "$layer" 'Accept-Encoding: gzip' "$known"
  load unchanged nginx "$nginx/layer.geojson" "If-None-Match: $(tag "$nginx/layer.geojson")"
}

bench_filter() {
  load filter atlas "$sites&bbox={box}&filter-lang=cql2-text&filter=category%3D%27food%27"
  load filter mapserver "$mapserver/bench/ogcapi/collections/points_of_category/items?f=json&limit=200&bbox={box}&category=food"
  load filter qgis "$qgis/points/items.json?limit=200&bbox={box}&category=food"
}

bench_box() {
  load box atlas "$sites&bbox={box}"
  load box mapserver "$mapserver/bench/ogcapi/collections/points/items?f=json&limit=200&bbox={box}"
  load box qgis "$qgis/points/items.json?limit=200&bbox={box}"
}

bench_tiles() {
  load tiles atlas "$tile/{z}/{y}/{x}?f=mvt"
  load tiles mapserver "$mapserver/?map=bench&mode=tile&tilemode=gmap&tile={x}+{y}+{z}&layers=points&map.imagetype=mvt"
}

bench_cached_tile() {
  load cached-tile atlas "$tile/$fullest?f=mvt" 'Accept-Encoding: gzip'
  load cached-tile nginx "$nginx/tile.mvt" 'Accept-Encoding: gzip'
}

# Five times after one that does not count.
bench_whole() {
  local run before
  before=$(resident "$server_pid")
  if ! curl -sf -o "$work/answer" "$atlas/layers/providers.geojson"; then
    say 'whole        skipped: there is no layers/providers.geojson'
    return
  fi
  for ((run = 1; run <= 5; run++)); do
    curl -sf -o "$work/answer" -w '%{time_starttransfer} %{time_total} %{size_download}\n' "$atlas/layers/providers.geojson"
  done | awk '{ print $1 * 1000, $2 * 1000, $3 }' >"$work/whole"
  first_byte=$(cut -d' ' -f1 "$work/whole" | median)
  printf 'whole        first byte %.1f ms (%s), all in %.0f ms, %d bytes; resident %s MB before, %s MB after\n' "$first_byte" \
    "$(awk '{ printf "%s%.1f", comma, $1; comma = ", " }' "$work/whole")" "$(cut -d' ' -f2 "$work/whole" | median)" \
    "$(awk 'NR == 1 { print $3 }' "$work/whole")" "$before" "$(resident "$server_pid")"
}

# Three starts; the server of the other cases is the first of them.
bench_start() {
  local times=("$started_in") again
  for again in 2 3; do
    stop_server
    start_server
    times[again]=$started_in
  done
  start_ms=$(printf '%s\n' "${times[@]}" | median)
  printf 'start        ready after %d ms (%s)\n' "$start_ms" "$(IFS=,; say "${times[*]}")"
}

# The tile of zoom 12 with the most points, as row/column.
fullest=$(sql -At -c "select '12/' || y || '/' || x from (
  select floor((st_x(geom) + 180) / 360 * 4096) as x,
         floor((1 - asinh(tan(radians(st_y(geom)))) / pi()) / 2 * 4096) as y
  from bench.points) as tile group by x, y order by count(*) desc limit 1")
first_byte='' start_ms=''
start_server
make_static "$layer" layer.geojson
make_static "$tile/$fullest?f=mvt" tile.mvt

say "$(nproc) cores, $(sql -At -c 'show server_version' | cut -d' ' -f1 | sed 's/^/PostgreSQL /'), load $(cut -d' ' -f1 /proc/loadavg) at the start"
for case in $CASES; do
  [[ $case != start ]] || resident_mb=$(resident "$server_pid")
  ! wanted "$case" || "bench_${case//-/_}"
done
printf 'resident     %d MB after all this\n\n' "$resident_mb"

if wanted layer; then
  target 'layer, gzip: times the best peer with a database' \
    "$(ratio "$(best layer atlas-gzip)" "$(best layer mapserver qgis)")" least 10 x
  target 'layer, gzip: times nginx, compressed beforehand' "$(ratio "$(best layer atlas-gzip)" "$(best layer nginx-gzip)")" least 0.5 x
  target 'layer, gzip: p99' "${p99[layer/atlas-gzip]:-}" most 20 ms
fi
! wanted unchanged || target 'unchanged: times nginx' "$(ratio "$(best unchanged atlas)" "$(best unchanged nginx)")" least 0.4 x
! wanted filter || target 'filter: times the best peer' "$(ratio "$(best filter atlas)" "$(best filter mapserver qgis)")" least 3 x
! wanted box || target 'box: times the best peer' "$(ratio "$(best box atlas)" "$(best box mapserver qgis)")" least 3 x
! wanted tiles || target 'tiles: times MapServer' "$(ratio "$(best tiles atlas)" "$(best tiles mapserver)")" least 5 x
! wanted cached-tile \
  || target 'cached tile: times nginx' "$(ratio "$(best cached-tile atlas)" "$(best cached-tile nginx)")" least 0.5 x
! wanted whole || target 'whole: first byte' "$first_byte" most 50 ms
! wanted start || target 'start' "$start_ms" most 5000 ms
target 'resident memory' "$resident_mb" most 700 MB
