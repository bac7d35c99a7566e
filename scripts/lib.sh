# shellcheck shell=bash
# Shared by the scripts beside it; sourced, never run. Each of them sets `set -euo pipefail` first.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
JAR="$ROOT/target/reentry-atlas.jar"
# Present in every data directory that these scripts made; nothing without it is ever deleted.
# shellcheck disable=SC2034  # used by those who source this
MARKER=.reentry-atlas

say() { printf '%s\n' "$*"; }
warn() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() { warn "$*"; exit 1; }
needs_value() { [[ -n ${2:-} ]] || die "$1 needs a value; see --help"; } # OPTION [VALUE…]

# The comment block at the top of a script is its help text, so that the two cannot drift apart.
usage() { awk 'NR > 1 { if (!/^#/) exit; sub(/^# ?/, ""); print }' "$0"; }

as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo -- "$@"
  else
    die "this step needs root, and sudo is not installed. As root, run: $*"
  fi
}

# Runs a server command as $CLUSTER_USER: initdb and postgres refuse to run as root.
as_postgres() {
  if ((EUID != 0)); then
    "$@"
  elif command -v runuser >/dev/null; then
    runuser -u "${CLUSTER_USER:-postgres}" -- "$@"
  else
    su -s /bin/sh "${CLUSTER_USER:-postgres}" -c 'exec "$@"' -- sh "$@"
  fi
}

absolute() { readlink -m -- "$1"; }

# ---- What the machine needs ----------------------------------------------------------------------------------------

purpose() {
  case $1 in
    openjdk-*) echo 'Java 17: build and run' ;;
    maven) echo 'build' ;;
    postgresql-*-postgis-*) echo 'geometry in the database' ;;
    postgresql-*) echo 'database' ;;
    gdal-bin) echo 'ogr2ogr: Shapefile, GeoPackage, KML and FlatGeobuf, read and written' ;;
    fontconfig | fonts-*) echo 'text in printed maps' ;;
    chromium) echo 'browser tests' ;;
    nodejs) echo 'tests of the page' ;;
    npm) echo 'fetches the libraries of the browser tests' ;;
    age) echo 'backups that lie encrypted on the disk' ;;
    gocryptfs | fuse3) echo 'directories that lie encrypted on the disk' ;;
    wrk) echo 'load for the bench' ;;
    nginx-light | spawn-fcgi | cgi-mapserver | qgis-server) echo 'measured beside the server' ;;
    *) echo 'needed by the scripts' ;;
  esac
}

# Sets JAVA_HOME to a JDK >= 17 (a JRE cannot build). Reads the `release` file: starting a JVM to ask costs 0.1 s.
find_jdk() {
  local home version on_path
  on_path=$(command -v javac) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/javac}
  for home in "${JAVA_HOME:-}" "$on_path" "${SDKMAN_DIR:-${HOME:-/}/.sdkman}/candidates/java/current" /usr/lib/jvm/*; do
    [[ -n $home && -x $home/bin/javac && -r $home/release ]] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    if ((${version:-0} >= 17)); then
      export JAVA_HOME=$home
      return 0
    fi
  done
  return 1
}

# Sets MVN to a Maven >= 3.8.
find_maven() {
  local major minor
  for MVN in "$(command -v mvn)" "${SDKMAN_DIR:-${HOME:-/}/.sdkman}/candidates/maven/current/bin/mvn"; do
    [[ -x $MVN ]] || continue
    IFS=. read -r major minor < <("$MVN" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p') || true
    ((${major:-0} > 3 || (${major:-0} == 3 && ${minor:-0} >= 8))) && return 0
  done
  return 1
}

# Prints the bin directory of a PostgreSQL server >= 15 that has PostGIS; $1 asks for one major version.
# shellcheck disable=SC2120
find_postgres() {
  local bin version share
  for bin in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V) "$(pg_config --bindir 2>/dev/null)"; do
    [[ -x $bin/initdb && -x $bin/postgres ]] || continue
    version=$("$bin/postgres" -V | sed 's/[^0-9]*\([0-9]*\).*/\1/')
    ((version >= 15)) || continue
    [[ -z ${1:-} || $version == "$1" ]] || continue
    share=/usr/share/postgresql/$version
    [[ -d $share ]] || share=$(pg_config --sharedir 2>/dev/null) || continue
    [[ -e $share/extension/postgis.control ]] || continue
    printf '%s' "$bin"
    return 0
  done
  return 1
}

# need jdk maven postgis gdal fonts node npm browser wrk nginx mapserver qgis vault backup: installs the Debian packages of those that are not there in any other form.
# shellcheck disable=SC2119
need() {
  local thing packages=()
  for thing; do
    case $thing in
      jdk) find_jdk || packages+=(openjdk-17-jdk-headless) ;;
      maven) find_maven || packages+=(maven) ;;
      postgis) find_postgres >/dev/null || packages+=(postgresql-15 postgresql-15-postgis-3) ;;
      gdal) command -v ogr2ogr >/dev/null || packages+=(gdal-bin) ;;
      fonts) [[ -n $(fc-list 2>/dev/null) ]] || packages+=(fontconfig fonts-dejavu-core) ;;
      node) command -v node >/dev/null || packages+=(nodejs) ;;
      npm) command -v npm >/dev/null || packages+=(npm) ;;
      browser) command -v chromium chromium-browser google-chrome >/dev/null || packages+=(chromium) ;;
      backup) command -v age >/dev/null || packages+=(age) ;;
      vault) { command -v gocryptfs && command -v fusermount3; } >/dev/null || packages+=(gocryptfs fuse3) ;;
      wrk) command -v wrk >/dev/null || packages+=(wrk) ;;
      nginx) command -v nginx >/dev/null || packages+=(nginx-light) ;;
      mapserver) [[ -x /usr/bin/mapserv ]] && command -v spawn-fcgi >/dev/null || packages+=(cgi-mapserver spawn-fcgi) ;;
      qgis) [[ -x /usr/lib/cgi-bin/qgis_mapserv.fcgi ]] && command -v spawn-fcgi >/dev/null || packages+=(qgis-server spawn-fcgi) ;;
      *) die "need: unknown thing '$thing'" ;;
    esac
  done
  need_packages "${packages[@]}"
  for thing; do # what a package brought must now be found, and JAVA_HOME and MVN be set
    case $thing in
      jdk) find_jdk || die 'no JDK 17 or newer, even after installing openjdk-17-jdk-headless' ;;
      maven) find_maven || die 'no Maven 3.8 or newer, even after installing maven' ;;
      postgis) find_postgres >/dev/null || die 'no PostgreSQL 15 or newer with PostGIS, even after installing both' ;;
    esac
  done
}

need_packages() {
  local package missing=()
  for package; do
    [[ $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) == 'install ok installed' ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0

  if ! command -v apt-get >/dev/null; then
    warn 'missing (under their Debian names); please install them, this system has no apt-get:'
    for package in "${missing[@]}"; do printf '  %-28s %s\n' "$package" "$(purpose "$package")" >&2; done
    exit 1
  fi
  ((EUID == 0)) || command -v sudo >/dev/null \
    || die "Debian packages are missing, which only root can install, and sudo is not there." \
      "As root: apt-get install --no-install-recommends ${missing[*]}"
  say 'Installing these Debian packages:'
  for package in "${missing[@]}"; do printf '  %-28s %s\n' "$package" "$(purpose "$package")"; done

  local updated=
  for package in "${missing[@]}"; do
    [[ -z $updated && -z $(apt-cache madison "$package" 2>/dev/null) ]] || continue
    as_root apt-get update -q && updated=yes
  done
  # Package lists can be old enough to name files that are gone: one more try after an update.
  apt_install "${missing[@]}" || { [[ -z $updated ]] && as_root apt-get update -q && apt_install "${missing[@]}"; } \
    || die "could not install: ${missing[*]}. What does the same under another name or in a newer version is taken too" \
      '(JDK 17, Maven 3.8, PostgreSQL 15 with PostGIS 3, or newer)'
}

# postgresql-15 would create a cluster `main` on port 5432 and start every cluster of the machine that is down, and nginx
# would start on port 80. None of it is ours to decide, so it is switched off while apt-get runs, by two files that are removed
# again afterwards. Each says what it is; the second also expires with this process, should it be killed.
# shellcheck disable=SC2016  # the inner bash expands them, as root
apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive bash -c '
    set -eu
    dropin=/etc/postgresql-common/createcluster.d/reentry-atlas.conf policy=/usr/sbin/policy-rc.d
    made=() folder=
    clean() { rm -f "${made[@]}"; [[ -z $folder ]] || rmdir "$folder" 2>/dev/null || true; }
    trap clean EXIT
    trap "exit 1" INT TERM
    if [[ " $* " =~ " postgresql-"[0-9]+" "|" nginx-light " ]]; then
      [[ -d ${dropin%/*} ]] || folder=${dropin%/*}
      made+=("$dropin")
      mkdir -p "${dropin%/*}"
      printf "%s\n" "# Left by an interrupted installation of Reentry Atlas; safe to delete." \
        "create_main_cluster = false" > "$dropin"
      if [[ ! -e $policy ]] || grep -q "Reentry Atlas" "$policy"; then
        made+=("$policy")
        printf "%s\n" "#!/bin/sh" "# Left by an interrupted installation of Reentry Atlas; safe to delete." \
          "kill -0 $$ 2>/dev/null && exit 101" "exit 0" > "$policy"
        chmod 755 "$policy"
      fi
    fi
    apt-get install -q -y --no-install-recommends "$@"' apt_install "$@"
}

# The libraries of the browser tests, as their lock file says, unless they are there already.
need_browser_tests() {
  local folder=$ROOT/frontend/browser
  need node npm browser
  [[ $folder/node_modules/.package-lock.json -nt $folder/package-lock.json ]] && return
  say 'Fetching the libraries of the browser tests ...'
  (cd "$folder" && npm ci --ignore-scripts --no-progress --loglevel=error) || die "npm ci failed in $folder"
}

# ---- Building ------------------------------------------------------------------------------------------------------

# The stamp bears the time at which the last good build began, so an edit made during a build counts as newer. A file
# that was deleted shows in the time of its directory.
built() {
  local stamp=$ROOT/target/.atlas-build
  [[ -e $stamp && -e $JAR && -d $ROOT/target/lib ]] \
    && [[ -z $(cd "$ROOT" && find pom.xml src/main frontend -path frontend/browser -prune -o -newer "$stamp" -print -quit) ]]
}

build_if_needed() {
  built && return
  need jdk maven
  mkdir -p "$ROOT/target"
  local log=$ROOT/target/atlas-build.log stamp=$ROOT/target/.atlas-build
  (
    flock 9
    built && exit # someone else did it while we waited
    say 'Building (the first time this downloads libraries and takes a few minutes) ...' >&2
    touch "$stamp.new"
    if ! (cd "$ROOT" && "$MVN" -q -B -ntp -DskipTests package) >"$log" 2>&1 </dev/null 9>&-; then
      tail -n 60 "$log" >&2
      die "the build failed; the whole log is in $log"
    fi
    mv "$stamp.new" "$stamp"
  ) 9>"$ROOT/target/.atlas-build.lock"
}

# ---- Environment files ---------------------------------------------------------------------------------------------

# Exports the KEY=value lines of a file without running it as a script.
load_env() {
  local key value
  [[ -r $1 ]] || die "cannot read $1"
  while IFS='=' read -r key value; do
    [[ $key =~ ^ATLAS_[A-Z_]+$ ]] && export "$key=$value"
  done <"$1"
  return 0
}

port_in_use() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
