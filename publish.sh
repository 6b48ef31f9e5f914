#!/usr/bin/env bash
# Makes the package of the function app. --help says more.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: ./publish.sh [--output DIR]

Publishes functions/ for linux-x64, what the start needs compiled ahead, for a host that brings .NET, and packs it:

  DIR/functions/      the app root as a Functions host is given it
  DIR/functions.zip   the same, packed; from the same sources and tools always the same bytes

  --output DIR   where to (artifacts)
  --help         this text
TEXT
}

# What a cold start has to fetch and unpack; functions/README.md says how much of it is used.
budget_mb=20

output=artifacts
while (($# > 0)); do
  case $1 in
    --output)
      [[ -n ${2-} && ${2-} != --* ]] || { printf 'publish.sh: --output needs a directory\n' >&2; exit 2; }
      output=$2
      shift
      ;;
    --help | -h)
      usage
      exit 0
      ;;
    *)
      printf 'publish.sh: unknown option %s\n\n' "$1" >&2
      usage >&2
      exit 2
      ;;
  esac
  shift
done

mkdir -p "$output"
output=$(cd "$output" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

app=$output/functions
build=$PWD/artifacts/package-build
# From clean: extensions that are no longer asked for would stay in what the worker's build left.
rm -rf "$app" "$output/functions.zip" "$build"

# A folder of its own for what the compiler leaves, so that it meets no other build's; and no path of this machine in it.
# NU1603 comes from the project that the worker's SDK generates for the extensions of the host: the nearest newer package is taken.
NoWarn=NU1603 dotnet publish functions -c Release -p:FunctionPackage=true -p:ArtifactsPath="$build" \
  -p:PathMap="$PWD=/_" -p:DebugType=none -p:PublishDocumentationFiles=false -p:PublishReferencesDocumentationFiles=false \
  -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false --disable-build-servers --nologo -v quiet -o "$app"

# The extensions bring these for hosts on other systems.
rm -rf "$app/.azurefunctions/runtimes/win" "$app/.azurefunctions/runtimes/browser"

# Everybody may read and nobody write: a host that mounts the package cannot change it either.
find "$app" -type d -exec chmod 755 {} +
find "$app" -type f -exec chmod 644 {} +
find "$app" -exec touch -h -d '2000-01-01T00:00:00Z' {} +

node functions/pack.mjs "$app" "$output/functions.zip"
bytes=$(stat -c %s "$output/functions.zip")
printf '%s: %s files, %s.%s MB of at most %s MB\n' "$output/functions.zip" "$(find "$app" -type f | wc -l)" \
  "$((bytes / 1000000))" "$((bytes / 100000 % 10))" "$budget_mb"
((bytes <= budget_mb * 1000000)) || { printf 'publish.sh: the package is larger than its budget.\n' >&2; exit 1; }
