#!/usr/bin/env bash
# Runs all tests on a machine that has the .NET SDK and Node.js. Its last line is "N passed, N failed, N skipped".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

results=artifacts/test-results
phase='' phase_began=0 broken=''

begin() {
  end_phase
  phase=$1
  phase_began=$SECONDS
  printf '== %s\n' "$phase"
}

end_phase() {
  [[ -z $phase ]] || printf '== %s took %s s\n' "$phase" "$((SECONDS - phase_began))"
  phase=''
}

install_packages() {
  [[ -f package-lock.json ]] || return 0
  cmp -s package-lock.json node_modules/.installed-lock && [[ -d node_modules/azurite ]] && return
  npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-lock
}

# counter NAME FILE: one of the numbers with which a result file sums itself up.
counter() {
  sed -n 's/.*<Counters[^>]*'" $1"'="\([0-9]*\)".*/\1/p' "$2" | head -n 1
}

run_tests() {
  local project name file
  for project in tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    begin "$name"
    dotnet test "$project" --no-build --nologo --logger "trx;LogFileName=$name.trx" --results-directory "$results" \
      || broken="$broken $name"
    file=$results/$name.trx
    if [[ ! -f $file ]]; then
      printf 'test.sh: %s left no results\n' "$name" >&2
      broken="$broken $name"
      continue
    fi
    local total executed good
    total=$(counter total "$file") executed=$(counter executed "$file") good=$(counter passed "$file")
    passed=$((passed + good))
    failed=$((failed + executed - good))
    skipped=$((skipped + total - executed))
  done
  end_phase
}

begin 'Node packages'
install_packages
begin 'Restore'
dotnet restore --locked-mode --disable-build-servers
begin 'Build'
dotnet build --no-restore --disable-build-servers --nologo
end_phase

rm -rf "$results"
passed=0 failed=0 skipped=0
run_tests

[[ -z $broken ]] || printf 'test.sh: failed:%s\n' "$broken" >&2
((passed + failed > 0)) || printf 'test.sh: no test ran\n' >&2
printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
[[ -z $broken ]] && ((failed == 0 && passed > 0))
