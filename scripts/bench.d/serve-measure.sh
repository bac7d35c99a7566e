# shellcheck shell=bash
# Load, figures and targets for scripts/bench.d/serve, which sources this. A figure is named CASE/WHO.
# shellcheck disable=SC2154,SC2034  # what it sets and reads

CONNECTIONS=16
RUNS=3
WARM_UP=10 # so long it takes until Java has compiled what it runs most; the others need less and get the same
missed=0
declare -A rate p50 p99

median() { sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }

# wrk writes 1.20ms, 350.00us or 1.05s.
milliseconds() { awk '{ print $1 * (/us$/ ? 0.001 : /ms$/ ? 1 : /m$/ ? 60000 : 1000) }'; }

resident() { awk '/^VmRSS/ { printf "%.0f\n", $2 / 1024 }' "/proc/$1/status"; } # PID, in MB

# Loads a URL and keeps its figures. In the URL, {box}, {x}, {y} and {z} are drawn anew for each request (random.lua).
# What a server does not have is skipped; what it answers under load by anything but success is said.
load() { # CASE WHO URL [HEADER…]
  local name=$1/$2 url=$3 once=$3 header headers=() drawn target status size run errors='' out=$work/wrk
  for header in "${@:4}"; do headers+=(-H "$header"); done
  for drawn in box=-105.8,42.5,-105.6,42.6 z=12 x=844 y=1511; do once=${once//"{${drawn%%=*}}"/"${drawn#*=}"}; done
  read -r status size < <(curl -s -o "$work/answer" -w '%{http_code} %{size_download}\n' "${headers[@]}" "$once")
  if [[ $status != 200 && $status != 304 ]]; then
    printf '%-12s %-18s skipped: %s answers %s\n' "$1" "$2" "${once#http://*/}" "$status"
    return
  fi
  for ((run = 0; run <= RUNS; run++)); do
    target=("$url")
    [[ $url == "$once" ]] || target=(-s "$HERE/random.lua" "${url%"/${url#http://*/}"}" -- "/${url#http://*/}" "$run")
    wrk -t2 -c"$CONNECTIONS" -d"$((run ? seconds : WARM_UP))s" --latency "${headers[@]}" "${target[@]}" >"$out.$run"
  done
  rm "$out.0"
  ! grep -qhE 'Non-2xx|Socket errors' "$out".? || errors="; $(grep -hE 'Non-2xx|Socket errors' "$out".? | head -n 1 | tr -s ' ')"
  rate[$name]=$(awk '/^Requests\/sec/ { print $2 }' "$out".? | median)
  p50[$name]=$(awk '$1 == "50%" { print $2 }' "$out".? | milliseconds | median)
  p99[$name]=$(awk '$1 == "99%" { print $2 }' "$out".? | milliseconds | median)
  printf '%-12s %-18s %8.0f requests/s (%s)  p50 %.2f ms  p99 %.2f ms  %d bytes%s\n' "$1" "$2" "${rate[$name]}" \
    "$(awk '/^Requests\/sec/ { printf "%s%.0f", comma, $2; comma = ", " }' "$out".?)" \
    "${p50[$name]}" "${p99[$name]}" "$size" "$errors"
}

# The rate of the fastest of some, empty if none was measured.
best() { # CASE WHO…
  local who
  for who in "${@:2}"; do say "${rate[$1/$who]:-}"; done | sort -rn | head -n 1
}

ratio() { # RATE RATE; empty if one of them was not measured
  [[ -z $1 || -z $2 ]] || awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f\n", a / b }'
}

target() { # WHAT VALUE least|most LIMIT UNIT
  local verdict=missed
  if [[ -z $2 ]]; then
    verdict='not measured'
  elif awk -v value="$2" -v limit="$4" -v how="$3" 'BEGIN { exit !(how == "least" ? value >= limit : value <= limit) }'; then
    verdict=met
  fi
  [[ $verdict == met ]] || missed=1
  printf '%-52s %10s %-3s at %-5s %6s %-3s %s\n' "$1" "${2:--}" "$5" "$3" "$4" "$5" "$verdict"
}
