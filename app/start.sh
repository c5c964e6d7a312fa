#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Opens Kobai from a fresh checkout on Debian 12 or 13: installs what is missing, builds, runs.
# sh app/start.sh [ARGS]: ARGS go to the program; without any it opens the demo school.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/app/setup.sh"

[ $# -gt 0 ] || set -- --demo

# Options open the window; a word is a subcommand and needs no display.
needs_display=no
case $1 in
-h | --help | --help-all | -v | --version) ;;
-*) needs_display=yes ;;
esac
if [ -z "${QT_QPA_PLATFORM-}" ] && [ -z "${DISPLAY-}" ] && [ -z "${WAYLAND_DISPLAY-}" ]; then
    [ $needs_display = no ] ||
        die "Start" "There is no display. Run this in a desktop session, or under xvfb-run," \
            "or with QT_QPA_PLATFORM set to offscreen or vnc."
    export QT_QPA_PLATFORM=offscreen
fi
# Without an X server beside it, Qt needs its own Wayland part.
[ $needs_display = no ] || [ -n "${DISPLAY-}" ] || [ -z "${WAYLAND_DISPLAY-}" ] || packages="$packages qt6-wayland"

check_system
lock
# shellcheck disable=SC2086  # a list of words
install_packages $packages
make_sqlcipher
fetch_models
configure release -DCMAKE_BUILD_TYPE=Release
compile release kobai
convert_models
use_utf8
unlock
exec "$build/release/bin/kobai" "$@"
