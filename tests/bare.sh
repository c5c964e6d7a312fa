#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Tries README's first lines on a bare system, as somebody who has just cloned Kobai would.
#   sh tests/bare.sh RELEASE [start|tests]     RELEASE: bookworm or trixie; start is app/start.sh, tests is tests/run.sh
# A minimal Debian is made in a folder, the checkout copied into it (as it stands, without what git ignores), and the one line is
# the first command there. Then a demo school is created, played through at the window (enrolled, topped up, sold to), and verified.
# Needs root, debootstrap, a network, 12 GiB in TMPDIR, half an hour or more. The folder is deleted at the end.
#   CCACHE_DIR=DIR   compile through this cache: the figure is no longer a new user's
#   KEEP=1           leaves the folder and says where it is
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

say() { printf 'bare: %s\n' "$*" >&2; }
usage() {
    sed -n '4,10s/^# \{0,1\}//p' "$0"
    exit "$1"
}

case ${1-} in
-h | --help) usage 0 ;;
bookworm | trixie) release=$1 ;;
*) usage 2 >&2 ;;
esac
line=${2-start}
case $line in
start | tests) ;;
*) usage 2 >&2 ;;
esac
[ "$(id -u)" = 0 ] || { say "This needs root: it makes a system in a folder." && exit 2; }
for tool in debootstrap pkill unshare; do
    command -v $tool >/dev/null || { say "Install $tool first." && exit 2; }
done

# Everything below runs in a space of its own: its mounts and its processes end with it, whatever happens.
# Only its first process goes on: what clean_up kills is all that this one can see.
if [ -z "${KOBAI_BARE-}" ] || [ $$ != 1 ]; then
    KOBAI_BARE=1 exec unshare --mount --pid --fork --kill-child --mount-proc --propagation private sh "$0" "$release" "$line"
fi

bare=$(mktemp -d "${TMPDIR:-/tmp}/kobai-bare.XXXXXX")
log=$bare/root/.config/Kobai/kobai.log
display=QT_QPA_PLATFORM=offscreen
clean_up() {
    rm -f "$bare.log"
    [ -z "${KEEP-}" ] || { say "kept: $bare" && return; }
    # What still runs holds mounts; everything in this space but this shell.
    kill -KILL -1 2>/dev/null || :
    wait
    for place in proc tmp/.X11-unix var/cache/ccache; do
        ! mountpoint -q "$bare/$place" || umount "$bare/$place" || { say "left, for it is in use: $bare" && return; }
    done
    rm -rf --one-file-system "$bare"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

make_system() {
    say "making a bare $release in $bare"
    debootstrap --variant=minbase "$release" "$bare" >"$bare.log" 2>&1 ||
        { tail -n 5 "$bare.log" >&2 && exit 1; }
    cp /etc/resolv.conf "$bare/etc/"
    chmod 755 "$bare" # its root folder: mktemp's is closed to everybody but root
    mkdir -p "$bare/usr/local/share/ca-certificates"
    cp /usr/local/share/ca-certificates/*.crt "$bare/usr/local/share/ca-certificates/" 2>/dev/null || :
    mount -t proc proc "$bare/proc"
    if [ -n "${CCACHE_DIR-}" ]; then
        mkdir -p "$CCACHE_DIR" "$bare/var/cache/ccache"
        mount --bind "$CCACHE_DIR" "$bare/var/cache/ccache"
    fi
    mkdir "$bare/kobai"
    git -C "$root" -c safe.directory='*' ls-files -z --cached --others --exclude-standard |
        tar -C "$root" --null --ignore-failed-read -cf - -T - 2>/dev/null | tar -C "$bare/kobai" --no-same-owner -xf -
}

# inside COMMAND...: in the bare system, in the checkout, with nothing of the host's environment.
inside() {
    env -i HOME=/root USER=root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        ${NODE_EXTRA_CA_CERTS:+NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt} \
        ${CCACHE_DIR:+CCACHE_DIR=/var/cache/ccache} "$display" chroot "$bare" sh -c 'cd /kobai && exec "$@"' sh "$@"
}

# A screen of the host's, so that nothing is installed in the bare system for it.
open_screen() {
    command -v Xvfb >/dev/null || return 0
    mkdir -p /tmp/.X11-unix "$bare/tmp/.X11-unix"
    mount -t tmpfs tmpfs /tmp/.X11-unix
    # It chooses its number: a fixed one may be somebody's, or be left locked.
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset >/dev/null 2>&1 3>"$bare/display" &
    waited=0
    until [ -s "$bare/display" ] || [ "$waited" -ge 60 ]; do
        waited=$((waited + 1))
        sleep 1
    done
    display=DISPLAY=:$(cat "$bare/display")
    mount --bind /tmp/.X11-unix "$bare/tmp/.X11-unix"
}

# README's first line ends when its window is closed: here, once the log says that the school is open and the networks run.
try_start() {
    inside sh app/start.sh &
    started=$!
    waited=0
    until grep -qs 'kobai.store opened in' "$log" && grep -qs 'networks loaded in' "$log"; do
        if ! kill -0 "$started" 2>/dev/null; then
            ended=0
            wait "$started" || ended=$?
            say "it ended with $ended before the school was open"
            return 1
        fi
        waited=$((waited + 1))
        [ "$waited" -lt 7200 ] || { say "no school was open after two hours" && return 1; }
        sleep 1
    done
    pkill -TERM -x kobai
    ended=0
    wait "$started" || ended=$?
    [ "$ended" = 143 ] # by our signal, and by no other
}

try_tests() { inside sh tests/run.sh; }

try_school() {
    inside sh app/start.sh create /root/school --demo &&
        inside sh app/start.sh verify /root/school &&
        inside sh app/start.sh shots /root/shots --data /root/shown &&
        inside sh app/start.sh verify /root/shown/data/Kobai/kobai/demo-school
}

make_system
open_screen
begun=$(date +%s)
result=0
"try_$line" || result=$?
say "$release, $line: ended with $result after $(($(date +%s) - begun)) s"
if [ $result = 0 ]; then
    try_school || result=$?
    say "$release, $line, a demo school created, sold to, verified: ended with $result after $(($(date +%s) - begun)) s"
fi
grep -hs 'network' "$log" | tail -n 6 >&2 || :
exit $result
