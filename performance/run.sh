#!/usr/bin/env bash
# Measures the product against peers that do the same or less work, in one run. --help says more.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: ./performance/run.sh [core] [checking] [refresh] [start] [load]

  checking  returns of each kind checked with everything, against CsvHelper's plain reading of the same file
  refresh   10,000 councils, 20 years and 100 metrics refreshed from memory and from a file, against DuckDB; takes long and 4 GB:
            REFRESH="1000 10 10 3" does fewer (councils, years, metrics, runs)
  core    refreshing a slice and comparing, against the libraries that do the plain part of it
  start   from starting a process to its first answer: the published worker under a test host, and the local host, each against
          bare ASP.NET Core that was compiled alike
  load    a comparison asked for by 400 readers at once, against bare ASP.NET Core giving the same bytes
          (needs wrk: apt-get install wrk)

All without an argument. Results go to performance/results/; measure on a machine that does nothing else.
TEXT
}

for part in "$@"; do
  case $part in
    core | checking | refresh | start | load) ;;
    --help | -h)
      usage
      exit 0
      ;;
    *)
      printf 'run.sh: unknown part %s\n\n' "$part" >&2
      usage >&2
      exit 2
      ;;
  esac
done
(($# > 0)) || set -- core checking refresh start load

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
work=$root/artifacts/performance
results=$root/performance/results
port=7181 peer_port=7182
mkdir -p "$work" "$results"
running=()

stop() {
  for pid in "${running[@]}"; do
    kill -TERM "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  running=()
}
trap stop EXIT
trap 'exit 130' INT TERM

# heading TITLE: what every result begins with.
heading() {
  printf '# %s\n\n%s; %s; %s processors; .NET SDK %s; commit %s.\n\n' \
    "$1" "$(date -u +%Y-%m-%d)" "$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release)" "$(nproc)" "$(dotnet --version)" "$(git rev-parse --short HEAD)"
}

wait_for() {
  local tries=0
  until curl -sf -o /dev/null "$1"; do
    ((++tries < 6000)) || { printf 'run.sh: nothing answers at %s\n' "$1" >&2; exit 1; }
    sleep 0.002
  done
}

publish_peer() {
  dotnet publish performance/Benchmarking.Performance.Peer -c Release -p:FunctionPackage=true -p:ArtifactsPath="$work/peer-build" \
    --disable-build-servers --nologo -v quiet -o "$work/peer"
}

measure_core() {
  dotnet run --project performance/Benchmarking.Performance -c Release -- "$work/core"
  {
    heading 'The core against libraries'
    for table in RefreshingSlices AnsweringComparisons; do
      sed -n "/^|/{s/&#39;//g;s/\\*\\*//g;s/ *$//;p}" "$work/core/results/Benchmarking.Performance.$table-report-github.md"
      printf '\n'
    done
  } >"$results/core.md"
}

# ratios TITLE PART ARGUMENTS…: a part of the program that measures by turns.
ratios() {
  local title=$1 part=$2
  dotnet build performance/Benchmarking.Performance.Ratios -c Release --nologo -v quiet
  dotnet artifacts/bin/Benchmarking.Performance.Ratios/release/Benchmarking.Performance.Ratios.dll "${@:2}" >"$work/$part.md"
  {
    heading "$title"
    cat "$work/$part.md"
  } >"$results/$part.md"
}

measure_checking() { ratios 'Checking returns' checking 9; }

measure_refresh() {
  local scale
  read -ra scale <<<"${REFRESH:-10000 20 100 3}"
  ratios 'Refreshing slices' refresh "${scale[@]}"
}

measure_start() {
  publish_peer
  NoWarn=NU1603 dotnet build local-host -c Release --nologo -v quiet
  dotnet build performance/Benchmarking.Performance.Peer -c Release --nologo -v quiet
  NoWarn=NU1603 dotnet build performance/Benchmarking.Performance.Start -c Release --nologo -v quiet
  dotnet artifacts/bin/Benchmarking.Performance.Start/release/Benchmarking.Performance.Start.dll \
    artifacts/bin/Benchmarking.LocalHost/release "$work/peer" artifacts/bin/Benchmarking.Performance.Peer/release >"$work/start.md"
  {
    heading 'From start to first answer'
    cat "$work/start.md"
  } >"$results/start.md"
}

# loaded ADDRESS: requests a second, and the 50th, 90th and 99th percentile of the time to an answer, of 400 readers over 15 s.
loaded() {
  wrk -t 2 -c 400 -d 5s "$1" >/dev/null
  wrk -t 2 -c 400 -d 15s --latency "$1" |
    awk '/Requests\/sec/ { rate = $2 } /^ +50%/ { p50 = $2 } /^ +90%/ { p90 = $2 } /^ +99%/ { p99 = $2 } /Non-2xx|Socket errors/ { bad = " (with errors)" }
      END { printf "%s | %s | %s | %s%s", rate, p50, p90, p99, bad }'
}

measure_load() {
  command -v wrk >/dev/null || { printf 'run.sh: load needs wrk: apt-get install wrk\n' >&2; exit 1; }
  publish_peer
  ./run.sh --port "$port" >"$work/run.log" 2>&1 &
  running+=($!)
  until grep -q 'Ctrl-C' "$work/run.log"; do
    kill -0 "${running[-1]}" || { tail "$work/run.log" >&2; exit 1; }
    sleep 0.2
  done
  local question="http://127.0.0.1:$port/api/v1/comparisons/residential-nursing-unit-cost-65plus?year=2012-13&council=kent&peers=nearest:15"
  curl -sf "$question" -o "$work/answer.json"
  dotnet "$work/peer/Benchmarking.Performance.Peer.dll" --answer "$work/answer.json" --urls "http://127.0.0.1:$peer_port" >/dev/null 2>&1 &
  running+=($!)
  wait_for "http://127.0.0.1:$peer_port/health/live"
  local peer app
  peer=$(loaded "http://127.0.0.1:$peer_port/answer")
  app=$(loaded "$question")
  {
    heading 'A comparison under 400 readers'
    printf 'One answer of %s bytes: Kent among its 15 nearest areas. Readers, service and storage share the machine.\n\n' "$(stat -c %s "$work/answer.json")"
    printf '| | requests a second | 50 %% | 90 %% | 99 %% |\n| --- | --- | --- | --- | --- |\n| bare ASP.NET Core, the same bytes from memory | %s |\n| the service, computed for each reader | %s |\n' "$peer" "$app"
  } >"$results/load.md"
}

for part in "$@"; do
  "measure_$part"
  cat "$results/$part.md"
done
