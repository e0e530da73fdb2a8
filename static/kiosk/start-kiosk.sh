#!/bin/sh
# Starts the kiosk full screen from the folder this file lies in. Ends when Chromium ends;
# let your system's service manager start it again.
here=$(cd "$(dirname "$0")" && pwd)
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
chromium --kiosk --incognito --no-first-run --noerrdialogs --disable-translate \
  --disable-pinch --overscroll-history-navigation=0 --disable-session-crashed-bubble \
  --user-data-dir="$profile" "file://$here/kiosk.html"
