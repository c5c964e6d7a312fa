#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds Kobai on Debian 12 or 13 and checks it without a display; the set-up is app/start.sh's.
#   sh tests/run.sh [ARGS]             every test, Release build; ARGS go to ctest
#   sh tests/run.sh --sanitize [ARGS]  the same with AddressSanitizer and UndefinedBehaviorSanitizer
#   sh tests/run.sh --lint             format, translations up to date, clang-tidy on what a change touches
#   sh tests/run.sh --long             once in a while: ThreadSanitizer over what runs on several threads, clang-tidy on all of it
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/app/setup.sh"

mode=release
case ${1-} in
--sanitize) mode=sanitize && shift ;;
--lint) mode=lint && shift ;;
--long) mode=long && shift ;;
esac
packages="$packages $test_packages $test_tools"
[ $mode != lint ] && [ $mode != long ] || packages="$packages clang-format clang-tidy"

check_system
lock
# shellcheck disable=SC2086  # a list of words
install_packages $packages
make_sqlcipher
fetch_models
use_utf8
export QT_QPA_PLATFORM=offscreen

# A skipped test is no passed test: whatever is skipped for another reason than these fails the run.
may_be_skipped='the test faces are not here
this processor is too old for oneDNN'

# One more at a time than there are cores: some wait for a film to go by.
run_tests() {
    unlock
    failed=0
    ctest --test-dir "$build/$mode" --output-on-failure -j "$(($(nproc) + 1))" "$@" || failed=1
    check_skips || failed=1
    return $failed
}

check_skips() {
    skips=$(grep -h '^SKIP ' "$build/$mode/Testing/Temporary/LastTest.log" 2>/dev/null) || return 0
    say "skipped:"
    printf '%s\n' "$skips" >&2
    unknown=$(printf '%s\n' "$skips" | grep -vF "$may_be_skipped") || return 0
    say "these may not be skipped:"
    printf '%s\n' "$unknown" >&2
    return 1
}

# All that is ours, but for what includes dlib or OpenCV: their templates take minutes and gigabytes.
all_files() { find core widgets app -name '*.cpp' -exec grep -LE '#include <(dlib|opencv2)/' {} +; }

# Those of all_files that differ, or whose header does, from the main branch as it was fetched; on that itself, from ten commits ago.
touched_files() {
    base=$(git merge-base HEAD origin/main 2>/dev/null) || base=
    [ -n "$base" ] && [ "$base" != "$(git rev-parse HEAD)" ] || base=HEAD~10
    git rev-parse --quiet --verify "$base" >/dev/null || { say "the history is too short to tell what was touched" && return; }
    git diff --name-only "$base" -- core widgets app | sed -n 's/\.\(cpp\|h\)$/.cpp/p' | sort -u >"$build/.touched"
    all_files | sort | comm -12 "$build/.touched" -
}

# tidy FUNCTION: names the files. Clang reads no header that another compiler precompiled.
tidy() {
    "$1" >"$build/.tidy-files"
    say "checking with clang-tidy: $(wc -l <"$build/.tidy-files") files"
    mkdir -p "$build/.tidy"
    sed -E 's/-Winvalid-pch -include [^ ]*cmake_pch\.hxx//' "$build/release/compile_commands.json" >"$build/.tidy/compile_commands.json"
    installed=$(dpkg-query -W | sha256sum)
    tr '\n' '\0' <"$build/.tidy-files" | xargs -0 -r -n 1 -P "$(nproc)" sh tests/tidy.sh "$build/.tidy" "$installed"
}

# Each check runs, whatever the others found.
lint() {
    found=0
    cd "$root"
    say "checking the format"
    find app core widgets tests \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 clang-format --dry-run -Werror ||
        { say "run clang-format -i on these files"; found=1; }
    say "checking that lupdate would change no translation"
    check_translations || found=1
    tidy touched_files || found=1
    [ $found = 0 ] || return 1
    say "lint found nothing"
}

check_translations() {
    work=$build/.lint
    rm -rf "$work"
    cp -R "$root/translations" "$work"
    logged lupdate ninja -C "$build/release" update_translations || return 1
    same=0
    diff -ru "$work" "$root/translations" >&2 || same=1
    cp "$work"/*.ts "$root/translations/"
    rm -rf "$work"
    work=
    [ $same = 0 ] || say "run ninja -C build/release update_translations and translate what is new"
    return $same
}

case $mode in
release)
    configure release -DCMAKE_BUILD_TYPE=Release -DKOBAI_TESTS=ON
    compile release all
    convert_models
    run_tests "$@"
    ;;
sanitize)
    # -O0: a fifth less to compile, and core/face keeps its own -O2; -g1 -gz: lines in the reports, and packed.
    configure sanitize -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO='-O0 -g1 -gz' -DKOBAI_SANITIZE=ON -DKOBAI_TESTS=ON
    configure release -DCMAKE_BUILD_TYPE=Release
    compile release kobai
    convert_models
    compile sanitize all
    run_tests "$@"
    ;;
lint)
    configure release -DCMAKE_BUILD_TYPE=Release -DKOBAI_TESTS=ON
    compile release all
    lint
    ;;
long)
    configure release -DCMAKE_BUILD_TYPE=Release -DKOBAI_TESTS=ON
    compile release all
    convert_models
    configure threads -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO='-O1 -g1' -DKOBAI_THREADS=ON \
        -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DKOBAI_TESTS=ON
    compile threads tests_core_base tests_core_face tests_app
    mode=threads
    # What Qt, OpenCV and the like do among themselves is not ours to judge, and they are not built for it.
    export TSAN_OPTIONS="ignore_noninstrumented_modules=1 halt_on_error=1 ${TSAN_OPTIONS-}"
    found=0
    run_tests -R '^(Worker|Mailbox|Vision|CameraFault|LongTask|Services)Test$' || found=1
    cd "$root"
    tidy all_files || found=1
    exit $found
    ;;
esac
