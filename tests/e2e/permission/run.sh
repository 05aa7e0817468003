#!/bin/bash
# The browser's own permission prompt, answered from the keyboard on a screen of its own (Xvfb).
# Needs xvfb, openbox (a prompt takes keys only in a window that a window manager has focused), xdotool and ImageMagick.
set -euo pipefail
cd "$(dirname "$0")/../../.."

missing=()
for pair in xvfb-run:xvfb xauth:xauth openbox:openbox xdotool:xdotool import:imagemagick; do
  command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
done
if ((${#missing[@]})); then
  if ((EUID != 0)) || ! command -v apt-get >/dev/null || [[ ${BATON_NO_INSTALL:-} ]]; then
    echo "Please install: ${missing[*]}" >&2
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

npx tsx tests/tools/install-chromium.ts
npx wxt build
exec xvfb-run -a -s '-screen 0 1360x860x24' bash -c '
  openbox 2>/dev/null &
  manager=$!
  code=0
  npx playwright test -c tests/e2e/permission/playwright.config.ts "$@" || code=$?
  kill "$manager" 2>/dev/null || true
  exit "$code"
' run "$@"
