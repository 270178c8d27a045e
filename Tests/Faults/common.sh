# What the scripts of this directory have in common; sourced by each of them.
#
# Exit statuses of all: 0 without a violation, 1 with one, 64 for wrong usage, 77 where a tool or a privilege is missing.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
self=Tests/Faults/$(basename "$0")

# Homes lie in memory where there is room: not the disk of this machine is tried here, and thousands of runs wait for it.
if [[ -z ${TMPDIR:-} && -w /dev/shm ]] && (($(df --output=avail -B 1M /dev/shm | tail -n 1) > 2048)); then
  export TMPDIR=/dev/shm
fi

say() { printf '%s\n' "$*" >&2; }
skip() { say "$self: $*" && exit 77; }

need() {
  local tool
  for tool; do command -v "$tool" >/dev/null || skip "$tool is needed"; done
}

# run FILE.py ARGUMENT...: shows the script's own first comment for --help, builds kabinet unless --binary names one.
run() {
  local file=$1 argument
  shift
  for argument; do
    [[ $argument != -h && $argument != --help ]] ||
      { sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0" && exit 0; }
  done
  if [[ " $* " != *' --binary'[\ =]* ]]; then
    say 'building...'
    swift build --package-path "$root" --product kabinet >&2
    set -- --binary "$(swift build --package-path "$root" --product kabinet --show-bin-path)/kabinet" "$@"
  fi
  PYTHONDONTWRITEBYTECODE=1 exec python3 "$here/$file" "$@"
}
