#!/bin/sh
# Makes sure of what the tests take from the system, not from Python: a Chromium,
# pdftoppm, and the Liberation fonts with the letters of Vietnamese (so that text
# measures the same everywhere).
# With everything in place it does and prints nothing. What is missing it installs
# where apt-get can be used; elsewhere it says in one line what to install.
set -eu

has_browser() {
    command -v chromium || command -v chromium-browser || command -v google-chrome
}

# Only the letters of Vietnamese tell: version 1 of these fonts, which Debian 12 still
# calls fonts-liberation, has no ạ, and Chromium would borrow it from another font.
has_fonts() {
    if command -v fc-list >/dev/null; then
        fc-list ':family=Liberation Serif:charset=1ea1' | grep .
        return
    fi
    for folder in "${HOME:-/}/Library/Fonts" /Library/Fonts; do
        [ -d "$folder" ] || continue
        find "$folder" -iname 'LiberationSerif*' 2>/dev/null | grep . && return
    done
    return 1
}

# Version 2 has a package of its own where fonts-liberation is version 1.
font_package() {
    if apt-cache show fonts-liberation2 2>/dev/null | grep -q .; then
        echo fonts-liberation2
    else
        echo fonts-liberation
    fi
}

# The Debian packages of whatever is missing, with a space before each.
missing() {
    has_browser >/dev/null || printf ' chromium'
    command -v pdftoppm >/dev/null || printf ' poppler-utils'
    has_fonts >/dev/null || printf ' %s' "$(font_package)"
}

. "$(dirname "$0")/install.sh"

install_missing && exit 0
echo "Hãy cài đặt rồi chạy lại / Please install, then run again:$need (chromium | chromium-browser | google-chrome, pdftoppm, Liberation fonts 2.x)" >&2
exit 1
