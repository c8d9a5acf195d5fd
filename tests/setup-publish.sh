#!/bin/sh
# Makes sure of what `make test-publish` and `make publish-demo` take from the system: nginx, bubblewrap,
# systemd-analyze, sshd, openssl.
# With everything in place it does and prints nothing. What is missing it installs
# where apt-get can be used; elsewhere it says in one line what to install.
set -eu

PATH=$PATH:/usr/sbin:/sbin

missing() {
    command -v nginx >/dev/null || printf ' nginx-light'
    command -v bwrap >/dev/null || printf ' bubblewrap'
    command -v systemd-analyze >/dev/null || printf ' systemd'
    command -v sshd >/dev/null || printf ' openssh-server'
    command -v openssl >/dev/null || printf ' openssl'
}

. "$(dirname "$0")/install.sh"

install_missing && exit 0
echo "Hãy cài đặt rồi chạy lại / Please install, then run again:$need" >&2
exit 1
