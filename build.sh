#!/usr/bin/env bash
# Brings what a bare machine lacks, then hands its arguments to build.cake:  ./build.sh --target=Demo
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# the target decides what is needed: only the tests drive a browser and the official TypeScript client, only they and the reports use npm
target=Test
previous=
for argument in "$@"; do
  case "$argument" in
    --target=*) target="${argument#*=}" ;;
    *) if [[ "$previous" == --target ]]; then target="$argument"; fi ;;
  esac
  previous="$argument"
done

has() { command -v "$1" > /dev/null 2>&1; }

missing=()
words=()
case "$target" in
  [Tt]est)
    has node || missing+=(nodejs)
    has npm || missing+=(npm)
    has chromium || missing+=(chromium)
    ;;
  [Ss]pec-*)
    has npm || missing+=(nodejs npm)
    # the report alone is printed, so that it can be piped
    words=(--verbosity=quiet)
    ;;
esac

if (( ${#missing[@]} > 0 )); then
  if [[ $EUID -eq 0 ]] && has apt-get; then
    echo "installing ${missing[*]}" >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq < /dev/null >&2
    apt-get install -y -qq --no-install-recommends "${missing[@]}" < /dev/null >&2
  elif has apt-get; then
    echo "build.sh: this needs ${missing[*]}; please run: sudo apt-get install ${missing[*]}" >&2
    exit 1
  else
    echo "build.sh: this needs ${missing[*]} (the names of Debian's packages); please install what your system calls them." >&2
    exit 1
  fi
fi

# asked for in this directory, so that global.json has its say
if ! dotnet --version > /dev/null 2>&1; then
  echo "build.sh: this needs the .NET SDK 10.0; please install it (Debian: dotnet-sdk-10.0 from Microsoft's package repository; elsewhere: https://dot.net/download)." >&2
  exit 1
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet tool restore --verbosity quiet > /dev/null
exec dotnet cake build.cake "${words[@]}" "$@"
