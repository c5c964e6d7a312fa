#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   sh tests/tidy.sh DATABASE PACKAGES FILE
# clang-tidy on one file by the compile commands in DATABASE, unless it has found nothing before in the same: the file and our headers below it
# as the last build read them, its flags, the rules, and PACKAGES, a word for all that is installed. Remembered for every checkout, like the
# compiler's cache.
set -eu
database=$1
packages=$2
file=$3
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
build=$root/build/release

command=$(grep -B1 -F "\"file\": \"$root/$file\"" "$database/compile_commands.json" | sed -n 's/^ *"command": "\(.*\)",$/\1/p')
object=$(printf '%s\n' "$command" | sed 's/.* -o \([^ ]*\) -c .*/\1/')
ours=$(ninja -C "$build" -t deps "$object" | sed -n 's|^ *\.\./\.\./||p' | sort)
[ -n "$ours" ] || { echo "not built, so that nothing is known of what it includes: $file" >&2 && exit 1; }

cd "$root"
key=$({
    printf '%s\n' "$packages" "$ours" "$command" | sed "s|$root||g"
    # shellcheck disable=SC2086  # a list of words
    cat .clang-tidy $ours
} | sha256sum | cut -d ' ' -f 1)
clean=${XDG_CACHE_HOME:-$HOME/.cache}/kobai/tidy/$key
[ ! -e "$clean" ] || exit 0
words=$(clang-tidy --quiet -p "$database" "$file" 2>&1) || {
    printf '%s\n' "$words" >&2
    exit 1
}
mkdir -p "${clean%/*}"
: >"$clean"
