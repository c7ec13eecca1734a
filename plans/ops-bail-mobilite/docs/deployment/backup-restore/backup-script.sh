#!/bin/sh
# Sauvegarde la base de données de l'application avant une migration.
# Usage : backup-script.sh ENVIRONNEMENT
#
# La dernière ligne affichée est le chemin de la sauvegarde : le plan la capture et le rollback s'en
# sert. BACKUP_DIR (défaut : /backups) et DB_DATABASE (défaut : ops) se lisent dans le .env de
# l'application ; les accès de mysqldump et de mysql, dans ~/.my.cnf.
set -eu

environment=${1:?usage : backup-script.sh ENVIRONNEMENT}
app=$(cd "$(dirname "$0")/../../.." && pwd)
setting() { sed -n "s/^$1=//p" "$app/.env" | tail -n 1; }

folder=$(setting BACKUP_DIR)
database=$(setting DB_DATABASE)
backup="${folder:-/backups}/pre-migration-$environment-$(date -u +%Y%m%dT%H%M%SZ)"

# Écrite sous un autre nom d'abord : ce qui porte le nom définitif est entier.
mkdir -p "$backup.partial"
mysqldump --single-transaction "${database:-ops}" > "$backup.partial/database.sql"

# Un dump coupé (disque plein, connexion perdue) n'a pas sa dernière ligne.
if ! tail -n 1 "$backup.partial/database.sql" | grep -q 'Dump completed'; then
  echo "Sauvegarde incomplète : $backup.partial" >&2
  exit 1
fi

(cd "$backup.partial" && cksum database.sql > database.cksum)
# Ce que la validation d'un rollback compare.
echo 'SELECT count(*) FROM missions;' | mysql "${database:-ops}" | tail -n 1 > "$backup.partial/missions"
git -C "$app" describe --tags > "$backup.partial/version" 2>/dev/null || :
mv "$backup.partial" "$backup"

echo "Base ${database:-ops} sauvegardée : $(wc -c < "$backup/database.sql" | tr -d ' ') octets"
echo "$backup"
