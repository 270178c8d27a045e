#!/bin/sh
# Holds the sandbox against its own OpenAPI description with schemathesis (PyPI), bounded to about half a minute.
# Usage: openapi.sh PATH-TO-KABINET [EXAMPLES]. Status: schemathesis' own, or 77 where it cannot be had.
set -eu

kabinet=$1
examples=${2:-15}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

schemathesis=$(command -v schemathesis || true)
if [ -z "$schemathesis" ]; then
  if ! python3 -m venv "$work/venv" || ! "$work/venv/bin/pip" --quiet install 'schemathesis>=4,<5'; then
    echo "openapi.sh: schemathesis cannot be installed" >&2
    exit 77
  fi
  schemathesis=$work/venv/bin/schemathesis
fi

KABINET_HOME=$work/home "$kabinet" sandbox serve --port 0 >"$work/log" 2>&1 &
server=$!
address=
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  address=$(grep -o 'http://127\.0\.0\.1:[0-9]*' "$work/log" | head -n 1 || true)
  [ -z "$address" ] || break
  sleep 0.25
done
if [ -z "$address" ]; then
  echo "openapi.sh: the sandbox did not start:" >&2
  cat "$work/log" >&2
  exit 1
fi

token=$(curl --silent --fail "$address/v1/auth/token" \
  --data 'grant_type=password&username=100100&password=sandbox&client_id=kabinet' |
  sed 's/.*"access_token":"\([^"]*\)".*/\1/')

# The sandbox's own levers are left out: a random fault or a jump of ten years would spoil the other answers.
cd "$work"
cp "$here/schemathesis_hooks.py" .
export SCHEMATHESIS_HOOKS=schemathesis_hooks PYTHONPATH="$work"
"$schemathesis" --config-file "$here/schemathesis.toml" run "$address/v1/openapi.json" \
  --checks all --header "Authorization: Bearer $token" --exclude-path-regex '^/sandbox' \
  --phases examples,coverage,fuzzing --max-examples "$examples" --seed 1
