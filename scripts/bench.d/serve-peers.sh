# shellcheck shell=bash
# MapServer, QGIS Server and nginx for scripts/bench.d/serve, which sources this: started as the database's user in
# $peers, on loopback, and stopped by their process numbers.
# shellcheck disable=SC2154  # what it sets

PROCESSES=4

start_peers() { # DB_PORT
  mkdir -m 700 "$peers"
  mkdir "$peers"/{temp,static}
  local template
  for template in nginx.conf mapserver.conf mapserver.map project.qgs; do
    sed -e "s|@DIR@|$peers|g" -e "s|@PORT@|$peer_port|g" -e "s|@DB_PORT@|$1|g" "$HERE/$template" >"$peers/$template"
  done
  ((EUID != 0)) || chown -R "${CLUSTER_USER:-postgres}:" "$peers"
  spawn mapserver /usr/bin/mapserv MAPSERVER_CONFIG_FILE="$peers/mapserver.conf"
  spawn qgis /usr/lib/cgi-bin/qgis_mapserv.fcgi QGIS_PROJECT_FILE="$peers/project.qgs" QGIS_SERVER_LOG_LEVEL=2 \
    QT_QPA_PLATFORM=offscreen HOME="$peers/temp"
  (cd / && as_postgres nginx -e "$peers/nginx.log" -c "$peers/nginx.conf")
}

spawn() { # NAME PROGRAM VARIABLE=…
  (cd / && as_postgres env "${@:3}" \
    spawn-fcgi -s "$peers/$1.socket" -P "$peers/$1.pid" -F "$PROCESSES" -- "$2") >/dev/null
}

# A FastCGI process that waits for a request heeds nothing but KILL, and has nothing to lose.
stop_peers() {
  local file
  [[ ! -s $peers/nginx.pid ]] || kill -QUIT "$(<"$peers/nginx.pid")" || true
  for file in "$peers"/{mapserver,qgis}.pid; do
    [[ ! -s $file ]] || xargs kill -KILL <"$file" || true
  done
}
