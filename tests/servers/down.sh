#!/bin/bash
# Stops the two servers that up.sh started, by their process ids.
source "$(dirname "$0")/common.sh"
bash "$HERE/rt.sh" stop
bash "$HERE/redmine.sh" stop
