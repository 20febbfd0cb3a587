#!/usr/bin/env bash
# A real browser walks the main path of the demo: see, ask for a plan, be refused alone, approve as another person, watch it heal, read the audit.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../../.. && pwd)
browser=$(command -v chromium || command -v chromium-browser || true)
if [ -z "$browser" ] || ! command -v node > /dev/null; then
  echo "skipped: needs Node.js and Chromium"
  exit 0
fi

[ -d node_modules/playwright-core ] || npm ci --silent
program="$root/artifacts/bin/Bot/debug/Bot.dll"
[ -f "$program" ] || dotnet build "$root/src/Bot" -nologo -v quiet

work=$(mktemp -d)
(cd "$work" && exec dotnet "$program" > "$work/out" 2> "$work/err") &
bot=$!
finish() {
  kill -INT "$bot" 2> /dev/null || true
  wait "$bot" 2> /dev/null || true
  rm -rf "$work"
}
trap finish EXIT
for _ in $(seq 600); do
  grep -q 'http://' "$work/out" 2> /dev/null && break
  kill -0 "$bot" 2> /dev/null || break
  sleep 0.1
done
address=$(grep -o 'http://[^ ]*' "$work/out" | head -n 1 || true)
[ -n "$address" ] || { cat "$work/err" >&2; exit 1; }

BROWSER="$browser" CONSOLE="$address" SCREENSHOT="${SCREENSHOT:-}" node walk.mjs
