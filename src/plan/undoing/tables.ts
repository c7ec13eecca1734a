/** What is known of common tools: enough to tell a look from a change, and a change from its opposite. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Their first argument says what they do. */
export const withActions =
  words(`git composer npm yarn pnpm docker docker-compose podman kubectl helm
  systemctl supervisorctl service rc-service apt apt-get yum dnf apk pip pip3 brew snap artisan console
  manage.py rails rake bundle terraform pm2 consul vault aws gcloud az heroku flyctl cargo go mvn
  gradle make nginx apachectl lvm zfs btrfs ufw wp drush`);

/** Applications of their own: what they do unless told, is in the database. */
export const applications = words('artisan console manage.py rails rake wp drush');

export const databases =
  words(`mysql mariadb psql sqlite3 mongo mongosh flyway liquibase alembic knex
  prisma sequelize goose dbmate sqlcmd`);

/** Never change what is deployed. */
export const lookers =
  words(`echo printf cat ls test true false : grep egrep fgrep awk head tail wc sort
  uniq cut tr diff cmp find sleep wait cd pwd pushd popd export set unset local readonly shift date
  whoami id uname hostname df du free ps top uptime ping dig nslookup host curl wget jq yq openssl which
  type read stat file md5sum sha256sum cksum logger mkdir return exit trap umask tee xargs history
  seq basename dirname realpath readlink mktemp getent nc telnet ssh-add shellcheck journalctl lsof ss
  netstat`);

/** What asks them to try, and no more. */
export const trials: ReadonlyMap<string, RegExp> = new Map([
  ...['nginx', 'apachectl', 'apache2ctl', 'httpd'].map(tool => [tool, /^-[tTvVS]+$/] as const),
  ...['bash', 'sh', 'dash', 'zsh', 'ksh'].map(tool => [tool, /^-n$/] as const),
  ['php', /^-l$/],
  ['sshd', /^-[tT]$/],
  ['haproxy', /^-c$/],
]);

/** Tool and action that only bring here what another command puts in place. */
export const fetches = new Set(
  ['docker', 'podman', 'docker-compose']
    .flatMap(tool => [`${tool} pull`, `${tool} compose pull`, `${tool} image pull`])
    .concat('helm pull', 'apt update', 'apt-get update'),
);

/** An address that speaks to people … */
export const tellsPeople =
  /hook|slack|discord|mattermost|telegram|teams\b|pagerduty|opsgenie|statuspage|notif|alert/i;

/** … unless it is that of a hook which does more. */
export const orders = /deploy|build|trigger|releas|enabl|disabl|switch|toggle|restart|rollback/i;

/** A name or an action that only looks, tries, or puts aside. */
export const looks =
  /(?:^|[-_:./ ])(?:tests?|check(?:s|out-index)?|verif\w*|validat\w*|status|smoke\w*|health\w*|lint|audit|list|ls|ls-\w+|show|get|describe|logs?|diff|info|version|fetch|plan|top|ps|inspect|help|about|ping|wait|configtest|backup\w*|sauvegarde\w*|\w*dump|snapshot\w*|login)(?:[-_:./ ]|$)/i;

/** Leave nothing behind to undo. */
export const passing = words('restart reload refresh graceful daemon-reload reread update-grub');

export const harmlessOptions =
  /^--(?:dry-run|check|noop|no-op|simulate|help|version|what-if|pretend)(?:=|$)/;

/** Any word of a row undoes the others. */
export const opposites: readonly (readonly string[])[] = [
  ['down', 'up'],
  ['stop', 'start'],
  ['disable', 'enable'],
  ['off', 'on'],
  ['mask', 'unmask'],
  ['pause', 'resume', 'unpause', 'continue'],
  ['suspend', 'resume'],
  ['hold', 'unhold'],
  ['lock', 'unlock'],
  ['attach', 'detach'],
  ['link', 'unlink'],
  ['load', 'unload'],
  ['open', 'close'],
  ['cordon', 'drain', 'uncordon'],
  ['cache', 'clear'],
  ['allow', 'deny', 'delete'],
  ['create', 'drop', 'delete', 'destroy', 'remove', 'rm'],
  ['add', 'install', 'ci', 'remove', 'uninstall', 'rm', 'purge', 'delete'],
  ['upgrade', 'install', 'rollback', 'uninstall'],
  ['apply', 'set', 'patch', 'scale', 'create', 'rollout undo', 'delete', 'destroy', 'replace'],
  ['checkout', 'switch', 'reset', 'revert', 'pull', 'merge', 'restore', 'rebase'],
  ['stash', 'stash'],
];

/** The same between tools. */
export const oppositeTools: readonly (readonly string[])[] = [
  ['mount', 'umount'],
  ['ln', 'rm', 'unlink'],
  ['cp', 'rm', 'mv'],
  ['touch', 'rm'],
  ['tar', 'rm', 'mv'],
  ['unzip', 'rm', 'mv'],
  ['useradd', 'adduser', 'userdel', 'deluser'],
  ['a2ensite', 'a2dissite'],
  ['a2enmod', 'a2dismod'],
  ['createdb', 'dropdb'],
  ['swapon', 'swapoff'],
  ['modprobe', 'rmmod'],
];

/** Actions of an application that leave files, which no restored database takes away. */
export const leavesFiles =
  /(?:^|[:_-])(?:cache|clear|view|views|route|routes|config|event|storage|link|publish|optimize|key|build|compile|assets?|static|collectstatic|up|down|webpack)(?:[:_-]|$)/i;

/** The words of a command that puts data back. */
export const restores =
  /(?<!\bgit )restor|restaur|\bimport\b|migrate:rollback|db:rollback|flashback|(?<!\brollout )\bundo\b/i;

/** The words of a statement that changes data or their shape. */
export const changesData =
  /^[ \t]*(?:insert|update|delete|replace|merge|alter|create|drop|truncate|rename|grant|revoke|optimize|call|do|load|copy)\b/im;
