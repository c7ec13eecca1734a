#!/bin/sh
# Restaure la base de données d'une sauvegarde de backup-script.sh.
# Usage : restore-script.sh SAUVEGARDE database-only
#
# La base est vidée d'abord : restaurer un dump par-dessus laisserait en place les tables créées
# depuis la sauvegarde.
#
# SAUVEGARDE vaut « aucune » quand le rollback est décidé avant la sauvegarde : la base est alors laissée
# telle quelle, si rien n'y a été migré.
set -eu

backup=${1:?usage : restore-script.sh SAUVEGARDE database-only}
mode=${2:?usage : restore-script.sh SAUVEGARDE database-only}
app=$(cd "$(dirname "$0")/../../.." && pwd)
database=$(sed -n 's/^DB_DATABASE=//p' "$app/.env" | tail -n 1)
database=${database:-ops}

if [ "$mode" != database-only ]; then
  echo "Mode inconnu : $mode (seul database-only existe)" >&2
  exit 64
fi
if [ "$backup" = aucune ]; then
  echo 'SELECT 1;' | mysql "$database" > /dev/null
  if echo 'SELECT 1 FROM bail_mobilites LIMIT 1;' | mysql "$database" > /dev/null 2>&1; then
    echo "Aucune sauvegarde, et une base déjà migrée : rien n'a été restauré" >&2
    exit 66
  fi
  echo "Aucune sauvegarde, et rien de migré : la base $database est laissée telle quelle"
  exit 0
fi
if [ ! -f "$backup/database.sql" ]; then
  echo "Sauvegarde introuvable : $backup" >&2
  exit 66
fi
if [ "$(cd "$backup" && cksum database.sql)" != "$(cat "$backup/database.cksum")" ]; then
  echo "Sauvegarde altérée, rien n'a été restauré : $backup" >&2
  exit 65
fi

{
  echo "DROP DATABASE IF EXISTS \`$database\`;"
  echo "CREATE DATABASE \`$database\`;"
  echo "USE \`$database\`;"
  cat "$backup/database.sql"
} | mysql

echo "Base $database restaurée depuis $backup"
