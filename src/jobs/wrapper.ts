/** The witness: a POSIX shell script that runs one command once and records its outcome. */
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createDurable, syncFolder } from './files.ts';
import { reserved } from './records.ts';

/** Every variable carries a prefix, because the command must find its environment untouched. */
const text = String.raw`#!/bin/sh
# wrapper.sh DIR: runs the job in DIR, once, and records what became of it. Needs flock, ln, mv,
# stat, sync and timeout. What the files in DIR mean: docs/jobs.md.
set -uf
bascule_job=$1
# The witness and its tools must outlive what stops the command, which gets the defaults back below.
trap '' HUP INT QUIT TERM USR1 USR2 PIPE
# 3, 4 and 5 keep what we were started on: an interactive command is given it.
exec 3<&0 4>&1 5>&2 </dev/null >>"$bascule_job/wrapper.log" 2>&1 || exit 73
bascule_umask=$(umask)
umask 077
# In a home that a group shares, a colleague must be able to find out what became of it.
[ ! -g "$bascule_job" ] || umask 007
# The operator's PATH may lack the tools, or have its own under their names.
bascule_path=$PATH
PATH=/usr/local/bin:/usr/bin:/bin:$PATH

# Overwrites a block that was reserved when the folder was built: it can be said on a full disk.
refuse() {
  printf '%-${reserved - 1}s\n' "not started: $1" 1<>"$bascule_job/wrapper.log"
  exit "$2"
}
again() {
  echo "launched once more, did nothing: it was claimed or revoked before"
  exit 75
}
record() {
  printf '%-${reserved - 1}s\n' "v1 $1 $bascule_me $2" 1<>"$bascule_job/exit.res"
}
take_lock() {
  bascule_tries=0
  until flock -n "$1"; do
    [ ! -e "$bascule_job/claim" ] || again
    bascule_tries=$((bascule_tries + 1))
    [ $bascule_tries -lt 100 ] || return 1
    sleep 0.1
  done
}
keep_files() { sync -d "$@" || sync; }
keep_names() { sync "$bascule_job" || sync; }

# 1. Everything that can fail does so here, before the claim.
[ ! -e "$bascule_job/claim" ] || again
command exec 9>>"$bascule_job/lock" || refuse "cannot open the lock" 73
take_lock 9 || refuse "another launch holds the lock" 75
[ ! -e "$bascule_job/claim" ] || again
command . "$bascule_job/meta.sh" || refuse "meta.sh cannot be read" 65
[ -n "$bascule_interactive" ] || exec 3<&- 4>&- 5>&-
[ -z "$bascule_interactive" ] || [ -t 3 ] || refuse "an interactive command needs a terminal" 72
(cd "$bascule_directory") || refuse "cannot enter the working directory $bascule_directory" 66
(
  PATH=$bascule_path
  command -v "$bascule_interpreter" >/dev/null
) || refuse "interpreter not found: $bascule_interpreter" 69
bascule_limiter=
[ -z "$bascule_timeout" ] || bascule_limiter=$(command -v timeout) || refuse "no timeout tool" 69
# On a terminal the limit must leave the command in the foreground; busybox does by itself.
bascule_foreground=
[ -z "$bascule_interactive" ] || [ -z "$bascule_limiter" ] ||
  ! "$bascule_limiter" --foreground 9 true || bascule_foreground=--foreground
read -r bascule_boot </proc/sys/kernel/random/boot_id || refuse "this is not Linux: no boot id" 71
read -r bascule_stat </proc/$$/stat || refuse "this is not Linux: no /proc" 71
set -- $bascule_stat
shift 21
bascule_me="pid=$$ start=$1 boot=$bascule_boot"
# Held by the command too, with its stdout: it tells whether anything still writes.
command exec 8>>"$bascule_job/output" || refuse "cannot open the output" 73
take_lock 8 || refuse "something else writes to the output" 75
bascule_claim="$bascule_job/claim.$$"
printf '%s\n' "v1 run $bascule_me" >"$bascule_claim" && record pending '' &&
  keep_files "$bascule_claim" "$bascule_job/exit.res" || refuse "no space left for the outcome" 74

# 2. The point of no return: atomic, exclusive, durable.
ln "$bascule_claim" "$bascule_job/claim"
[ -e "$bascule_job/claim" ] || refuse "the claim cannot be linked" 74
read -r bascule_owner <"$bascule_job/claim"
[ "$bascule_owner" = "v1 run $bascule_me" ] || again
keep_names

# 3. The command.
bascule_code=0
(
  trap - HUP INT QUIT TERM USR1 USR2 PIPE
  # From here on there is something to stop.
  record begun ''
  # Out of memory, the kernel should prefer the command to its witness.
  echo 300 2>/dev/null >/proc/self/oom_score_adj
  [ -z "$bascule_nofile" ] || ulimit -Sn "$bascule_nofile"
  umask "$bascule_umask"
  set -- "$bascule_interpreter"
  [ "$1" != bash ] || set -- bash -eo pipefail
  set -- "$@" "$bascule_job/script"
  if [ -z "$bascule_limiter" ]; then
    :
  elif [ -n "$bascule_interactive" ]; then
    # No KILL: timeout would get it ready at the operator's first Ctrl-C.
    set -- "$bascule_limiter" $bascule_foreground "$bascule_timeout" "$@"
  else
    set -- "$bascule_limiter" -k "$bascule_grace" "$bascule_timeout" "$@"
  fi
  PATH=$bascule_path
  cd "$bascule_directory" || exit 125
  if [ -n "$bascule_interactive" ]; then
    # 8 stays open in the command: it alone tells that the command lives.
    exec <&3 >&4 2>&5 3<&- 4>&- 5>&-
  else
    exec >&8 2>&8 8>&-
  fi
  [ ! -e "$bascule_job/input" ] || exec <"$bascule_job/input"
  exec "$@" 9>&-
) || bascule_code=$?

# 4. The outcome: first one builtin write in place (no process, no new block), then the rest.
record "code=$bascule_code" END
exec 3<&- 4>&- 5>&- 8>&-
settle() {
  set -- $(stat -c '%s %Y' "$bascule_job/output" "$bascule_job/exit.res")
  [ $# = 4 ] && record "code=$bascule_code" "size=$1 at=$4 END" &&
    keep_files "$bascule_job/output" "$bascule_job/exit.res" &&
    mv -f "$bascule_job/exit.res" "$bascule_job/exit"
}
finish() {
  until [ ! -e "$bascule_job/exit.res" ] || settle; do sleep 2; done
  keep_names
  rm -f "$bascule_claim"
}
# A full disk must not keep the operator's terminal.
if [ -n "$bascule_interactive" ] && ! settle; then finish & else finish; fi
`;

/**
 * Puts the script into the jobs' folder unless it is there already. By renaming: a shell reads its
 * script while it runs, so one that is in use must never change.
 * @returns its path.
 */
export async function installWrapper(folder: string): Promise<string> {
  const file = join(folder, 'wrapper.sh');
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return file;
  const fresh = join(folder, `.wrapper.${randomUUID()}`);
  try {
    await createDurable(fresh, text, 0o500);
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  await syncFolder(folder);
  return file;
}
