#!/usr/bin/env bash
# Starts the whole product on this machine: storage emulator, service, sample returns. --help says more.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: ./run.sh [--once] [--empty] [--port N] [--data DIR]

Installs what is missing, builds, starts the storage emulator and the service on 127.0.0.1,
loads the sample datasets and returns, prints comparisons and trends, and stays up until Ctrl-C.

  --once       end after printing
  --empty      load nothing and print no tables
  --port N     the service's port (7071)
  --data DIR   keep storage in DIR between runs (else it goes when this ends)
  --help       this text
TEXT
}

wrong_use() {
  printf 'run.sh: %s\n\n' "$1" >&2
  usage >&2
  exit 2
}

fail() {
  printf 'run.sh: %s\n' "$1" >&2
  exit 1
}

say() { printf '%s\n' "$*"; }

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
once='' empty='' port=7071 data=''
app='' storage='' step='' temporary='' serving='' interrupted=''

while (($# > 0)); do
  case $1 in
    --once) once=yes ;;
    --empty) empty=yes ;;
    --port)
      [[ ${2-} =~ ^[0-9]{1,5}$ ]] && ((10#$2 >= 1 && 10#$2 <= 65535)) || wrong_use '--port needs a number from 1 to 65535'
      port=$((10#$2))
      shift
      ;;
    --data)
      [[ -n ${2-} && ${2-} != --* ]] || wrong_use '--data needs a directory'
      data=$2
      shift
      ;;
    --help | -h)
      usage
      exit 0
      ;;
    *) wrong_use "unknown option $1" ;;
  esac
  shift
done

address="http://127.0.0.1:$port"
service="$root/artifacts/bin/Benchmarking.LocalHost/release/Benchmarking.LocalHost.dll"
councilbench="$root/artifacts/bin/Benchmarking.CommandLine/release/councilbench.dll"
azurite="$root/node_modules/azurite/dist/src/azurite.js"
run="$root/.run"

# ---- Starting and stopping ----

# Long steps run beside this shell, so that a signal is heard at once and not after the step.
attend() {
  "$@" &
  step=$!
  local code=0
  wait "$step" || code=$?
  step=''
  return "$code"
}

stop() {
  [[ -n $1 ]] && kill -TERM "$1" 2>/dev/null || return 0
  local tenths=0
  while kill -0 "$1" 2>/dev/null; do
    ((++tenths == 150)) && kill -KILL "$1" 2>/dev/null
    sleep 0.1
  done
  wait "$1" 2>/dev/null || true
}

clean_up() {
  local code=$?
  trap '' INT TERM HUP
  trap - EXIT
  stop "$step"
  stop "$app"
  stop "$storage"
  if [[ -n $app ]]; then
    [[ $(cat "$run/url" 2>/dev/null) == "$address" ]] && rm -f "$run/url" "$run/keys.json"
    if ((code != 0)) && [[ -z $interrupted ]]; then
      say "The end of the service's log (.run/app.log):" >&2
      tail -n 30 "$run/app.log" >&2
    fi
  fi
  [[ -z $temporary ]] || rm -rf "$temporary"
  exit "$code"
}

# Ctrl-C is how one ends a service that is up; before that it is a start that was broken off.
heard() {
  interrupted=yes
  [[ -n $serving ]] && exit 0
  exit "$1"
}

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

is_ready() (
  exec 2>/dev/null 3<>"/dev/tcp/127.0.0.1/$port" || exit 1
  printf 'GET /health/ready HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
  read -r -t 10 status <&3
  [[ $status == *' 200 '* ]]
)

# wait_for SECONDS PID WHAT CONDITION…
wait_for() {
  local limit=$((SECONDS + $1)) pid=$2 what=$3
  shift 3
  until "$@"; do
    kill -0 "$pid" 2>/dev/null || fail "$what ended by itself."
    ((SECONDS < limit)) || fail "$what is not ready in time."
    attend sleep 0.1
  done
}

# ---- The steps, in order ----

check_tools() {
  command -v dotnet >/dev/null || fail 'the .NET SDK is missing: install the version that global.json names.'
  sdk=$(dotnet --version 2>/dev/null) || fail 'no installed .NET SDK fits global.json: install the version it names.'
  command -v node >/dev/null && command -v npm >/dev/null || fail 'Node.js is missing: install version 20 or newer, with npm.'
  local version
  version=$(node --version)
  version=${version#v}
  ((${version%%.*} >= 20)) || fail "Node.js $version is too old: install version 20 or newer."
}

install_packages() {
  cmp -s package-lock.json node_modules/.installed-lock && [[ -f $azurite ]] && return
  say 'Installing the storage emulator'
  attend npm ci --no-audit --no-fund --loglevel=error >"$run/npm.log" 2>&1 || {
    tail -n 30 "$run/npm.log" >&2
    fail 'npm ci did not succeed.'
  }
  cp package-lock.json node_modules/.installed-lock
}

sources_changed() {
  [[ -f $service && -f $councilbench && $(cat "$run/built" 2>/dev/null) == "$sdk" ]] || return 0
  local rooms=(service local-host cli pipeline-core Directory.*.props global.json .editorconfig BannedSymbols.txt)
  [[ -n $(find "${rooms[@]}" -newer "$run/built" -print -quit) ]]
}

build() {
  sources_changed || return 0
  say 'Building'
  # What changes while the build runs is newer than this and will be built next time.
  printf '%s\n' "$sdk" >"$run/building"
  for project in local-host cli; do
    attend dotnet build "$project" -c Release --disable-build-servers --nologo -v quiet >"$run/build.log" 2>&1 || {
      grep -E 'error' "$run/build.log" | sort -u >&2 || tail -n 30 "$run/build.log" >&2
      fail "building $project did not succeed; the whole log is .run/build.log."
    }
  done
  mv "$run/building" "$run/built"
}

choose_storage_ports() {
  ports=(10000 10001 10002)
  if port_is_taken 10000 || port_is_taken 10001 || port_is_taken 10002; then
    read -r -a ports < <(node -e '
      const servers = [0, 1, 2].map(() => require("net").createServer().listen(0, "127.0.0.1"));
      Promise.all(servers.map(s => new Promise(done => s.once("listening", done)))).then(() => {
        console.log(servers.map(s => s.address().port).join(" "));
        servers.forEach(s => s.close());
      });')
  fi
}

start_storage() {
  local place
  if [[ -n $data ]]; then
    mkdir -p "$data"
    if command -v flock >/dev/null; then
      exec 9>"$data/.lock"
      flock -n 9 || fail "another run.sh keeps its storage in $data."
    fi
    place=$data
  else
    temporary=$(mktemp -d "${TMPDIR:-/tmp}/councilbench.XXXXXX")
    place=$temporary
  fi
  choose_storage_ports
  say 'Starting storage'
  node "$azurite" --silent --skipApiVersionCheck --disableTelemetry --loose --location "$place" \
    --blobHost 127.0.0.1 --blobPort "${ports[0]}" \
    --queueHost 127.0.0.1 --queuePort "${ports[1]}" \
    --tableHost 127.0.0.1 --tablePort "${ports[2]}" </dev/null >"$run/storage.log" 2>&1 &
  storage=$!
  wait_for 60 "$storage" 'The storage emulator' port_is_taken "${ports[2]}"
  wait_for 60 "$storage" 'The storage emulator' port_is_taken "${ports[1]}"
  wait_for 60 "$storage" 'The storage emulator' port_is_taken "${ports[0]}"
  # The emulator's account and key are the same everywhere and published by its makers: no secret.
  local account=devstoreaccount1
  local key='Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='
  connection="DefaultEndpointsProtocol=http;AccountName=$account;AccountKey=$key"
  connection+=";BlobEndpoint=http://127.0.0.1:${ports[0]}/$account"
  connection+=";QueueEndpoint=http://127.0.0.1:${ports[1]}/$account"
  connection+=";TableEndpoint=http://127.0.0.1:${ports[2]}/$account"
}

start_service() {
  say 'Starting the service'
  # The service writes the keys anew, for the storage it finds.
  rm -f "$run/keys.json"
  (
    cd "$root/local-host"
    unset ASPNETCORE_URLS
    export Benchmarking__Environment=Development Benchmarking__KeysFile="$run/keys.json" Storage="$connection"
    exec dotnet "$service" --urls "$address" </dev/null >"$run/app.log" 2>&1
  ) &
  app=$!
  wait_for 120 "$app" 'The service' is_ready
  printf '%s\n' "$address" >"$run/url"
}

load_samples() {
  local code=0
  attend dotnet "$councilbench" datasets load || fail 'the sample datasets could not be loaded.'
  attend dotnet "$councilbench" samples load || code=$?
  # 1 says that some are held or rejected; they are listed, and the others count.
  ((code <= 1)) || fail 'the sample returns could not be loaded.'
  attend dotnet "$councilbench" refresh --json >"$run/refresh.json" || fail 'the sample returns could not be published.'
}

print_tables() {
  say ''
  attend dotnet "$councilbench" compare savings-pct-net-budget \
    --year 2012-13 --peers programme:asce-2012 --council tameside || fail 'the comparison could not be had.'
  say ''
  attend dotnet "$councilbench" trend --peers partnership:tri-borough --status projected || fail 'the trend could not be had.'
  say ''
  attend dotnet "$councilbench" compare net-expenditure-per-adult \
    --year 2024-25 --peers nearest:15 --council camden || fail 'the comparison could not be had.'
  say ''
  attend dotnet "$councilbench" trend short-term-services-outcome --council camden || fail 'the trend could not be had.'
}

[[ -z $data || $data == /* ]] || data="$PWD/$data"
cd "$root"
trap clean_up EXIT
trap 'heard 130' INT
trap 'heard 143' TERM HUP
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

check_tools
port_is_taken "$port" && fail "port $port is in use: end what listens there, or choose another with --port."
mkdir -p "$run"
chmod 700 "$run"
install_packages
build
start_storage
export STORAGE_CONNECTION="$connection" COUNCILBENCH_URL="$address"
unset COUNCILBENCH_KEY
start_service
if [[ -z $empty ]]; then
  load_samples
  print_tables
fi

say ''
say "The service is up: $address"
say "Development keys:  $run/keys.json"
[[ -z $once ]] || exit 0
say 'Ctrl-C ends it.'
serving=yes
wait -n "$app" "$storage" || true
serving=''
kill -0 "$app" 2>/dev/null || fail 'the service ended by itself.'
fail 'the storage emulator ended by itself; its log is .run/storage.log.'
