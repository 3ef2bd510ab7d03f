#!/bin/sh
# Fetches what the browser test needs, where that can be done; where it can't, the test itself says what is missing.
cd "$(dirname "$0")/playground" || exit 1

if ! command -v chromium >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    echo "Installing Chromium for the browser test (once) ..."
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >/dev/null && apt-get install -qq --no-install-recommends chromium >/dev/null </dev/null
fi

if command -v npm >/dev/null && [ ! -e node_modules/.package-lock.json ]; then
    echo "Fetching the Playground for the browser test (once) ..."
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null
fi
exit 0
