# Sourced by the setup-*.sh scripts, which say what is `missing` (the Debian packages, with a space before
# each): installs it where apt-get can be used, else fails.

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -o DPkg::Lock::Timeout=300 "$@" </dev/null >/dev/null 2>&1
}

install() {
    # shellcheck disable=SC2086  # one word for each package
    apt install -y --no-install-recommends $1
}

# Installs what is missing; fails, with its names in `need`, when that cannot be done.
install_missing() {
    need=$(missing)
    [ -n "$need" ] || return 0
    if command -v apt-get >/dev/null && as_root true 2>/dev/null; then
        echo "Đang cài$need…" >&2
        # The package lists are fetched only when those at hand do not do: none yet
        # (a fresh image), or so old that the files they name are gone.
        install "$need" || { apt update && need=$(missing) && install "$need"; } || true
        need=$(missing)
    fi
    [ -z "$need" ]
}
