#!/bin/bash
# Request Tracker 5 on 127.0.0.1:8081 and Redmine on 127.0.0.1:8082 with the seed of this folder, from Debian's packages.
# About five minutes the first time, some twenty seconds afterwards. A server that is already running is left as it is
# (put its seed back with rt.sh reset or redmine.sh reset); one that is started begins from the seed.
# STATE (default .servers in the repository), RT_PORT and REDMINE_PORT may be set. Stop both with down.sh.
source "$(dirname "$0")/common.sh"
need_root
since=$SECONDS
bash "$HERE/install.sh"

# ready SERVER SEED_FILE KEPT_SEED
ready() {
  local name=$1 seed=$HERE/$2 kept=$3 digest
  digest=$(seed_digest "$seed" "$HERE/$name.sh")
  if [[ ! -s $kept || $(cat "$STATE/$name.digest" 2>/dev/null) != "$digest" ]]; then
    if running "$name" >/dev/null; then bash "$HERE/$name.sh" stop; fi
    bash "$HERE/$name.sh" init
    bash "$HERE/$name.sh" seed
    bash "$HERE/$name.sh" snapshot
    echo "$digest" >"$STATE/$name.digest"
  elif ! running "$name" >/dev/null; then
    bash "$HERE/$name.sh" reset
  fi
  bash "$HERE/$name.sh" start
}

ready rt rt-seed.pl "$STATE/rt/rt.db.seed"
ready redmine redmine-seed.rb /var/lib/dbconfig-common/sqlite3/redmine/instances/default/redmine_default.seed
say "both are ready after $((SECONDS - since)) s; the logs are in $STATE"
