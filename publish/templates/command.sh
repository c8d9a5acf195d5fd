#!/bin/sh
# What hooks, keys and administrators call; the code is the released one, whatever folder this is run in.
export PYTHONPATH={{ home }}/program PYTHONSAFEPATH=1 PYTHONUTF8=1 PYTHONDONTWRITEBYTECODE=1
exec {{ python }} -s -m publish --home {{ home }} "$@"
