#!/bin/sh
# Restaure la base de données d'une sauvegarde de backup-script.sh.
# Usage : restore-script.sh SAUVEGARDE database-only
#
# La base est vidée d'abord : restaurer un dump par-dessus laisserait en place les tables créées
# depuis la sauvegarde.
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
