#!/bin/bash
# rt.sh init|seed|snapshot|reset|start|stop   Request Tracker 5 on 127.0.0.1:$RT_PORT, all of its state in $STATE.
#   init      an empty Request Tracker, without tickets      seed   the empty one, filled by rt-seed.pl
#   snapshot  keeps what is there now as the seed            reset  puts the seed back; the server may be running
source "$(dirname "$0")/common.sh"
DIR=$STATE/rt
DATABASE=$DIR/rt.db
export RT_SITE_CONFIG=$DIR/RT_SiteConfig.pm RT_SITE_CONFIG_DIR=$DIR/conf.d RT_TOKEN_FILE=$DIR/token

write_config() {
  mkdir -p "$RT_SITE_CONFIG_DIR"
  cat >"$RT_SITE_CONFIG" <<CONFIG
use utf8;
Set(\$rtname, 'helpdesk.test');
Set(\$Organization, 'helpdesk.test');
Set(\$CorrespondAddress, 'help@helpdesk.test');
Set(\$CommentAddress, 'help-comment@helpdesk.test');
Set(\$Timezone, 'UTC');
Set(\$WebDomain, '127.0.0.1');
Set(\$WebPort, $RT_PORT);
Set(\$WebPath, '');
Set(\$DatabaseType, 'SQLite');
Set(\$DatabaseName, '$DATABASE');
Set(\$MailCommand, 'testfile');  # mail is recorded on the ticket and sent nowhere
Set(\$LogToSyslog, undef);
Set(\$LogToSTDERR, 'error');
Set(\$WebSessionClass, 'Apache::Session::File');
1;
CONFIG
}

stopped_only() { if running rt >/dev/null; then fail "Request Tracker is running: stop it first with rt.sh stop."; fi; }

case ${1:-} in
init)
  need_root
  lock rt
  stopped_only
  rm -rf "$DIR"
  write_config
  logged "$STATE/rt-init.log" "setting up the database of Request Tracker" rt-setup-database-5 --action init --skip-create
  cp "$DATABASE" "$DATABASE.empty"
  ;;
seed)
  need_root
  lock rt
  stopped_only
  [[ -s $DATABASE.empty ]] || fail "there is no empty database yet: run rt.sh init first."
  write_config
  cp "$DATABASE.empty" "$DATABASE"
  logged "$STATE/rt-seed.log" "seeding Request Tracker" perl "$HERE/rt-seed.pl"
  ;;
snapshot)
  lock rt
  [[ -s $DATABASE ]] || fail "there is no database to keep: run rt.sh init and rt.sh seed first."
  restore "$DATABASE" "$DATABASE.seed"
  ;;
reset)
  lock rt
  [[ -s $DATABASE.seed ]] || fail "there is no seed to go back to: run up.sh first."
  restore "$DATABASE.seed" "$DATABASE"
  ;;
start)
  need_root
  lock rt
  if running rt >/dev/null; then
    say "Request Tracker is already running at http://127.0.0.1:$RT_PORT"
    exit 0
  fi
  [[ -s $DATABASE ]] || fail "there is no database yet: run up.sh first."
  need_port "Request Tracker" "$RT_PORT" RT_PORT
  write_config
  mkdir -p /var/cache/request-tracker5/session_data
  : >"$STATE/rt.log"
  launch rt /usr/share/request-tracker5/libexec/rt-server --server Starlet --host 127.0.0.1 --port "$RT_PORT" --max-workers=4
  await_answer rt "http://127.0.0.1:$RT_PORT/"
  say "Request Tracker runs at http://127.0.0.1:$RT_PORT"
  ;;
stop)
  lock rt
  stop_process rt
  ;;
*) fail "usage: rt.sh init|seed|snapshot|reset|start|stop" ;;
esac
