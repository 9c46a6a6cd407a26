# What the editors' tests share: how editors are installed beside the system, and how a test begins and ends.
# Sourced by EDITOR/run, which gets TWOSOURCE, the server to be started, and PREFIX, the folder for what is installed.
# shellcheck shell=bash
set -euo pipefail
: "${TWOSOURCE:?the absolute path of the server}" "${PREFIX:?the folder for what is installed}"
export LC_ALL=C.UTF-8

# The exit code of a test that could not begin because something could not be installed.
NOT_INSTALLED=75

# Says why there is nothing to test with, and ends.
not_installed() {
  echo "not installed: $*"
  exit "$NOT_INSTALLED"
}

# Runs a command up to three times, its output in a log that is shown when all fail.
retry() {
  local log attempt
  log=$(mktemp)
  for attempt in 1 2 3; do
    if "$@" >"$log" 2>&1; then
      rm -f "$log"
      return
    fi
    echo "attempt $attempt failed: $*" >&2
  done
  tail -n 15 "$log" >&2
  rm -f "$log"
  return 1
}

# Unpacks Debian packages of another suite, with all that they need, into $PREFIX/SUITE, without touching the system:
# debian SUITE PROGRAM PACKAGE…. PROGRAM is then $PREFIX/SUITE/usr/bin/PROGRAM, bound to the libraries unpacked beside it.
debian() {
  local suite=$1 program=$2
  local root=$PREFIX/$suite
  shift 2
  [ -e "$root/.installed-$program" ] && return
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || not_installed "$program: this needs Debian's apt and dpkg"
  mkdir -p "$root"
  retry unpack "$suite" "$root" "$@" || not_installed "$program from Debian $suite: could not be downloaded"
  retry relink "$root" "$program" || not_installed "$program from Debian $suite: could not be bound to its libraries"
  touch "$root/.installed-$program"
}

# Unpacks packages of a suite and what they need below a folder, with lists and cache of its own. `--alone`: only the packages.
unpack() (
  alone=false
  if [ "$1" = --alone ]; then
    alone=true
    shift
  fi
  local suite=$1 root=$2 apt=$2/.apt mirror keyring package
  shift 2
  mirror=$(grep -hoPm1 '^URIs: \K\S+|^deb (\[.*\] )?\K\S+' /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | head -n 1)
  keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  mkdir -p "$apt/state/lists/partial" "$apt/cache/archives/partial" "$apt/none"
  : >"$apt/status"
  echo "deb [signed-by=$keyring] ${mirror:?no Debian mirror is configured} $suite main" >"$apt/sources.list"
  cat >"$apt/apt.conf" <<CONF
Dir::State "$apt/state";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "$apt/none";
Dir::Etc::preferencesparts "$apt/none";
Acquire::Languages "none";
Acquire::Retries "3";
Acquire::http::Timeout "30";
APT::Install-Recommends "false";
APT::Sandbox::User "root";
Debug::NoLocking "true";
CONF
  export APT_CONFIG=$apt/apt.conf
  [ -e "$apt/updated" ] || { apt-get update -qq && touch "$apt/updated"; }
  if "$alone"; then
    cd "$apt/cache/archives" && apt-get download -qq "$@"
  else
    apt-get install -qq -y --download-only "$@"
  fi
  for package in "$apt"/cache/archives/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x --keep-directory-symlink --no-same-owner -C "$root"
  done
  rm -f "$apt"/cache/archives/*.deb
  # The folders that are links on a Debian system.
  for link in lib lib64 bin; do [ -e "$root/$link" ] || ln -s "usr/$link" "$root/$link"; done
)

# Has Python know the terminal of terminal.py, from Debian packages that need nothing but Python.
terminal() {
  local root=$PREFIX/terminal
  command -v python3 >/dev/null || not_installed "the terminal: python3 is missing"
  if [ ! -e "$root/.installed" ]; then
    mkdir -p "$root"
    retry unpack --alone trixie "$root" python3-pyte python3-wcwidth || not_installed "the terminal: pyte could not be downloaded"
    touch "$root/.installed"
  fi
  export PYTHONPATH=$REPOSITORY/editors/test:$root/usr/lib/python3/dist-packages PYTHONDONTWRITEBYTECODE=1
}

# Makes a program use the loader and the libraries below $root. The program that does so is itself started through them.
relink() {
  local root=$1 program libraries loader
  program=$(realpath "$root/usr/bin/$2")
  libraries=$(echo "$root"/usr/lib/*-linux-gnu)
  loader=$(echo "$root"/usr/lib*/ld-linux-*.so.*)
  [ -x "$root/usr/bin/patchelf" ] || unpack "$(basename "$root")" "$root" patchelf
  "${loader%% *}" --library-path "$libraries" "$root/usr/bin/patchelf" \
    --force-rpath --set-rpath "$libraries" --set-interpreter "${loader%% *}" "$program"
}

# A folder for one test with a copy of the examples and a home of its own; it is removed at the end. What has to be installed is
# installed before: with INSTALL_ONLY this is the end.
workplace() {
  [ -z "${INSTALL_ONLY:-}" ] || exit 0
  WORKPLACE=$(realpath "$(mktemp -d)")
  trap 'rm -rf "$WORKPLACE"' EXIT
  cp -r "$REPOSITORY/examples" "$WORKPLACE/examples"
  export HOME=$WORKPLACE/home EXAMPLES=$WORKPLACE/examples
  export XDG_CONFIG_HOME=$HOME/config XDG_DATA_HOME=$HOME/data XDG_STATE_HOME=$HOME/state XDG_CACHE_HOME=$HOME/cache
  export XDG_RUNTIME_DIR=$WORKPLACE/runtime
  mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_STATE_HOME" "$XDG_CACHE_HOME" "$XDG_RUNTIME_DIR"
  chmod 700 "$XDG_RUNTIME_DIR"
  # Configurations name the server as users do: by the name that is on the path.
  mkdir -p "$WORKPLACE/bin"
  ln -s "$TWOSOURCE" "$WORKPLACE/bin/twosource"
  export PATH=$WORKPLACE/bin:$PATH
}

REPOSITORY=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export REPOSITORY
