#!/bin/bash
# redmine.sh init|seed|snapshot|reset|issues|start|stop   Redmine on 127.0.0.1:$REDMINE_PORT, as Debian's default instance.
#   init      an empty Redmine                               seed   the empty one, filled by redmine-seed.rb
#   snapshot  keeps what is there now as the seed            reset  puts the seed back; the server may be running
#   issues    fills the project app with 2,000 issues by redmine-issues.rb; the server may be running
source "$(dirname "$0")/common.sh"
export RAILS_ENV=production RAILS_LOG_TO_STDOUT=1 X_DEBIAN_SITEID=default LANG=C.UTF-8 RUBYOPT=-W0
DATABASE=/var/lib/dbconfig-common/sqlite3/redmine/instances/default/redmine_default
FILES=/var/lib/redmine/default/files
AS_REDMINE=(setpriv --reuid=www-data --regid=www-data --init-groups env HOME=/tmp)

stopped_only() { if running redmine >/dev/null; then fail "Redmine is running: stop it first with redmine.sh stop."; fi; }

projects() { perl -MDBI -e 'print DBI->connect("dbi:SQLite:dbname=$ARGV[0]", "", "")->selectrow_array("SELECT count(*) FROM projects")' "$DATABASE"; }

run_ruby() { (cd /usr/share/redmine && "${AS_REDMINE[@]}" bin/rails runner - <"$HERE/$1"); }

# Uploaded files belong to issues of the database that was just replaced.
drop_uploads() { find "$FILES" -mindepth 1 -delete; }

need_root
case ${1:-} in
init)
  lock redmine
  stopped_only
  [[ -s $DATABASE ]] || fail "Debian's package has set up no database at $DATABASE: run dpkg-reconfigure redmine."
  if [[ ! -s $DATABASE.empty ]]; then
    [[ $(projects) == 0 ]] || fail "the Redmine of this machine holds projects of its own. These scripts would overwrite it, so they stop here."
    cp -p "$DATABASE" "$DATABASE.empty"
  fi
  cp -p "$DATABASE.empty" "$DATABASE"
  drop_uploads
  ;;
seed)
  lock redmine
  stopped_only
  [[ -s $DATABASE.empty ]] || fail "there is no empty database yet: run redmine.sh init first."
  cp -p "$DATABASE.empty" "$DATABASE"
  drop_uploads
  logged "$STATE/redmine-seed.log" "seeding Redmine" run_ruby redmine-seed.rb
  ;;
snapshot)
  lock redmine
  [[ -s $DATABASE.empty ]] || fail "there is no database to keep: run redmine.sh init and redmine.sh seed first."
  restore "$DATABASE" "$DATABASE.seed"
  ;;
reset)
  lock redmine
  [[ -s $DATABASE.seed ]] || fail "there is no seed to go back to: run up.sh first."
  restore "$DATABASE.seed" "$DATABASE"
  drop_uploads
  ;;
issues)
  lock redmine
  logged "$STATE/redmine-issues.log" "filling Redmine with issues" run_ruby redmine-issues.rb
  ;;
start)
  lock redmine
  if running redmine >/dev/null; then
    say "Redmine is already running at http://127.0.0.1:$REDMINE_PORT"
    exit 0
  fi
  need_port Redmine "$REDMINE_PORT" REDMINE_PORT
  cd /usr/share/redmine
  : >"$STATE/redmine.log"
  launch redmine "${AS_REDMINE[@]}" puma -e production -b "tcp://127.0.0.1:$REDMINE_PORT" -t 2:4 \
    --dir /usr/share/redmine /usr/share/redmine/config.ru
  await_answer redmine "http://127.0.0.1:$REDMINE_PORT/login"
  say "Redmine runs at http://127.0.0.1:$REDMINE_PORT"
  ;;
stop)
  lock redmine
  stop_process redmine
  ;;
*) fail "usage: redmine.sh init|seed|snapshot|reset|issues|start|stop" ;;
esac
