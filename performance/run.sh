#!/usr/bin/env bash
# Measures the product against peers that do the same or less work, in one run. --help says more.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: ./performance/run.sh [core] [start] [load]

  core    checking, refreshing and comparing, against the libraries that do the plain part of it
  start   from starting the published app to its first answer, against bare ASP.NET Core published alike
  load    a comparison asked for by 400 readers at once, against bare ASP.NET Core giving the same bytes
          (needs wrk: apt-get install wrk)

All three without an argument. Results go to performance/results/; measure on a machine that does nothing else.
TEXT
}

for part in "$@"; do
  case $part in
    core | start | load) ;;
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
(($# > 0)) || set -- core start load

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
work=$root/artifacts/performance
results=$root/performance/results
port=7181 peer_port=7182
mkdir -p "$work" "$results"
running=() took=0

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
    for table in CheckingReturns RefreshingSlices AnsweringComparisons; do
      sed -n "/^|/{s/&#39;//g;s/\\*\\*//g;s/ *$//;p}" "$work/core/results/Benchmarking.Performance.$table-report-github.md"
      printf '\n'
    done
  } >"$results/core.md"
}

# started ADDRESS COMMAND…: sets took to the milliseconds from starting a process to its first answer.
started() {
  local address=$1 began process
  shift
  began=$(date +%s%N)
  "$@" >"$work/started.log" 2>&1 &
  process=$!
  running+=("$process")
  wait_for "$address"
  took=$((($(date +%s%N) - began) / 1000000))
  kill -TERM "$process"
  wait "$process" 2>/dev/null || true
  unset 'running[-1]'
}

median() { sort -n | awk '{ all[NR] = $1 } END { print (NR % 2) ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2 }'; }

measure_start() {
  ./publish.sh --output "$work/package"
  publish_peer
  mkdir -p "$work/storage"
  node node_modules/azurite/dist/src/azurite.js --silent --skipApiVersionCheck --disableTelemetry --loose --location "$work/storage" \
    --blobPort 7183 --queuePort 7184 --tablePort 7185 >"$work/storage.log" 2>&1 &
  running+=($!)
  local account=devstoreaccount1
  local key='Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='
  export Benchmarking__Environment=Development
  export Storage="DefaultEndpointsProtocol=http;AccountName=$account;AccountKey=$key;BlobEndpoint=http://127.0.0.1:7183/$account;QueueEndpoint=http://127.0.0.1:7184/$account;TableEndpoint=http://127.0.0.1:7185/$account"
  until (exec 3<>/dev/tcp/127.0.0.1/7185) 2>/dev/null; do sleep 0.1; done
  : >"$work/app-starts" >"$work/peer-starts"
  # The first start of each makes tables and fills the file cache: it is not counted. The others alternate.
  for turn in 0 1 2 3 4 5 6 7 8 9; do
    started "http://127.0.0.1:$port/health/live" env FUNCTIONS_CUSTOMHANDLER_PORT="$port" "$work/package/functions/Benchmarking.Functions"
    ((turn == 0)) || printf '%s\n' "$took" >>"$work/app-starts"
    started "http://127.0.0.1:$peer_port/health/live" "$work/peer/Benchmarking.Performance.Peer" --urls "http://127.0.0.1:$peer_port"
    ((turn == 0)) || printf '%s\n' "$took" >>"$work/peer-starts"
  done
  stop
  {
    heading 'From start to first answer'
    local app peer
    app=$(median <"$work/app-starts") peer=$(median <"$work/peer-starts")
    printf '| | median of 9, ms | ratio |\n| --- | --- | --- |\n| bare ASP.NET Core | %s | 1.00 |\n| the function app, storage beside it | %s | %s |\n' \
      "$peer" "$app" "$(awk "BEGIN { printf \"%.2f\", $app / $peer }")"
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
  "$work/peer/Benchmarking.Performance.Peer" --answer "$work/answer.json" --urls "http://127.0.0.1:$peer_port" >/dev/null 2>&1 &
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
