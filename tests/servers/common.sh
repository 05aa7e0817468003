# Sourced by the scripts beside it: the state folder, the ports, and how a server is launched, found and stopped.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
REPO=$(cd "$HERE/../.." && pwd)
STATE=${STATE:-.servers}
[[ $STATE == /* ]] || STATE=$REPO/$STATE
RT_PORT=${RT_PORT:-8081}
REDMINE_PORT=${REDMINE_PORT:-8082}
export STATE RT_PORT REDMINE_PORT
mkdir -p "$STATE"

say() { echo "servers: $*"; }

# fail WORDS [LOG]: what went wrong, the end of the log, and a non-zero exit.
fail() {
  echo "servers: $1" >&2
  if [[ -n ${2:-} && -s $2 ]]; then
    echo "servers: the last lines of $2:" >&2
    tail -n 25 "$2" >&2
  fi
  exit 1
}

# logged LOG WORDS COMMAND…: runs the command with its output in the log.
logged() {
  local log=$1 words=$2 since=$SECONDS
  shift 2
  say "$words …"
  "$@" >"$log" 2>&1 </dev/null || fail "$words: failed." "$log"
  say "$words: $((SECONDS - since)) s"
}

need_root() { [[ $(id -u) == 0 ]] || fail "run this as root: the packages keep their state in system folders."; }

# Two scripts must not change one server at the same time. The lock is released when the script ends.
lock() {
  exec 9>"$STATE/$1.lock"
  flock -w 600 9 || fail "another script has been busy with $1 for ten minutes; see $STATE."
}

# The moment a process began, from its own /proc entry: a process id alone may have been given to another program.
began_at() { sed 's/^.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

# running NAME: prints the process id if the process that launch() started is still there.
running() {
  local pid began
  [[ -s $STATE/$1.pid ]] || return 1
  read -r pid began <"$STATE/$1.pid"
  [[ -n $began && $(began_at "$pid") == "$began" ]] && echo "$pid"
}

# launch NAME COMMAND…: in its own session, so that it outlives the shell that asked for it.
launch() {
  local name=$1 pid
  shift
  setsid "$@" >>"$STATE/$name.log" 2>&1 </dev/null 9>&- &
  pid=$!
  echo "$pid $(began_at "$pid")" >"$STATE/$name.pid"
}

stop_process() {
  local name=$1 pid
  if ! pid=$(running "$name"); then
    say "$name is not running"
    rm -f "$STATE/$name.pid"
    return 0
  fi
  kill "$pid"
  for _ in $(seq 1 100); do
    if ! running "$name" >/dev/null; then break; fi
    sleep 0.1
  done
  if running "$name" >/dev/null; then kill -9 "$pid"; fi
  rm -f "$STATE/$name.pid"
  say "$name stopped"
}

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# need_port NAME PORT VARIABLE: says in words that something else listens there. A server being stopped gets two seconds.
need_port() {
  for _ in $(seq 1 10); do
    if ! port_taken "$2"; then return 0; fi
    sleep 0.2
  done
  fail "port $2 is taken by another program, so $1 cannot start. Stop that program, or choose a port: $3=18080 tests/servers/up.sh"
}

# await_answer NAME URL
await_answer() {
  local name=$1 url=$2
  for _ in $(seq 1 300); do
    if curl -sf --noproxy '*' -m 20 -o /dev/null "$url"; then return 0; fi
    running "$name" >/dev/null || fail "$name ended while starting." "$STATE/$name.log"
    sleep 0.2
  done
  fail "$name did not answer at $url within a minute." "$STATE/$name.log"
}

# restore FROM TO: copies one SQLite database over another through SQLite's own backup, so it is safe while a server has it open.
restore() {
  perl -MDBI -e '
    my ($from, $to) = @ARGV;
    my $db = DBI->connect("dbi:SQLite:dbname=$to", "", "", { RaiseError => 0, PrintError => 0 });
    for (1 .. 100) { exit 0 if $db->sqlite_backup_from_file($from); select undef, undef, undef, 0.1 }
    die "the database stayed busy: $to: " . $db->errstr . "\n"' "$1" "$2"
}

# seed_digest FILE…: a changed seed, or a changed way of putting it in, is noticed by its digest.
seed_digest() { cat "$@" | sha256sum | cut -d' ' -f1; }
