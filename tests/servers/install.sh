#!/bin/bash
# Installs Request Tracker 5 and Redmine from Debian's packages, without questions. The packages start no service by themselves.
source "$(dirname "$0")/common.sh"
need_root
export DEBIAN_FRONTEND=noninteractive

# dbconfig-common, not dbconfig-no-thanks: Redmine depends on it. msmtp-mta: the smallest mail agent RT accepts.
PACKAGES=(msmtp-mta dbconfig-common curl rt5-db-sqlite rt5-standalone request-tracker5 redmine-sqlite redmine puma)

installed() { [[ $(dpkg-query -W -f '${Status}\n' "${PACKAGES[@]}" 2>/dev/null | grep -c '^install ok installed$') == "${#PACKAGES[@]}" ]]; }

# The lists have a lock of their own, for which apt-get does not wait.
update_lists() {
  for _ in $(seq 1 60); do
    if apt-get update -q; then return 0; fi
    sleep 5
  done
  return 1
}

answer_questions() {
  debconf-set-selections <<'SELECTIONS'
request-tracker5 request-tracker5/dbconfig-install boolean false
request-tracker5 request-tracker5/initial-root-password password rtpassword
request-tracker5 request-tracker5/initial-root-password-again password rtpassword
redmine redmine/instances/default/dbconfig-install boolean true
redmine redmine/instances/default/database-type select sqlite3
redmine redmine/current-instances string default
redmine redmine/default-language select en
redmine redmine/instances/default/default-language select en
SELECTIONS
}

if installed; then
  say "the packages are installed"
else
  command -v apt-get >/dev/null || fail "apt-get is missing: these scripts need Debian 12."
  logged "$STATE/install-lists.log" "updating the package lists" update_lists
  logged "$STATE/install-answers.log" "answering the packages' questions" answer_questions
  logged "$STATE/install.log" "installing Request Tracker and Redmine (some minutes)" \
    apt-get -o DPkg::Lock::Timeout=900 install -y --no-install-recommends "${PACKAGES[@]}"
fi
