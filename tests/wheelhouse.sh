#!/bin/sh
# Proves what is said of machines without a network: wheels gathered here install there, alone.
# A copy of the project and its wheels are put where there is no route to anywhere but this machine
# itself; there the site is checked, built and served, and a test is run.
set -eu
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}

if unshare -n true 2>/dev/null; then alone="unshare -n"
elif unshare -rn true 2>/dev/null; then alone="unshare -rn"
else
    echo "Bỏ qua: máy này không cho tách mạng (unshare)." >&2
    exit 0
fi

top=$(mktemp -d)
trap 'rm -rf "$top"' EXIT
trap 'exit 1' INT TERM
mkdir "$top/project"
git ls-files -z --cached --others --exclude-standard | xargs -0 tar -cf - | tar -xf - -C "$top/project"

version=$("$PYTHON" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
make --no-print-directory wheelhouse PYTHONS="$version" SYSTEMS=linux TO="$top/gói mang theo"

cat >"$top/there.sh" <<'THERE'
set -eu
cd "$1/project"
ip link set lo up
if "$2" -c 'import socket; socket.create_connection(("192.0.2.1", 80), 5)' 2>/dev/null; then
    echo "there is a route" >&2
    exit 1
fi
if make --no-print-directory PYTHON="$2" WHEELHOUSE="$1/nothing" check 2>"$1/refused"; then exit 1; fi
grep -q "make wheelhouse" "$1/refused"
set -- "$@" PYTHON="$2" WHEELHOUSE="$1/gói mang theo" --no-print-directory
top=$1
shift 2
make "$@" check
make "$@" build 2>/dev/null
test -f site/index.html
mkfifo "$top/said"
make "$@" serve >"$top/said" 2>&1 &
server=$!
exec 3<"$top/said"
grep -m1 "Serving on" <&3
.venv/bin/python -c '
import urllib.request
assert b"</html>" in urllib.request.urlopen("http://127.0.0.1:8000/index.html").read()
'
kill "$server"
make "$@" test ARGS="-n 0 tests/test_growth.py"
THERE
$alone sh "$top/there.sh" "$top" "$PYTHON"
echo "Không có mạng: cài, kiểm tra, dựng, xem và kiểm thử đều được." >&2
