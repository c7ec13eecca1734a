#!/bin/sh
# Un message de la répétition : ce qui serait parti, dans un fichier à son nom ; la dernière ligne dit où.
set -eu
outbox="$BASCULE_RUN_DIR/target/outbox"
mkdir -p "$outbox"
file="$outbox/$BASCULE_ID.txt"
{
  printf 'À : %s\nObjet : %s\n\n' "$BASCULE_TO" "$BASCULE_SUBJECT"
  cat
} >"$file.new"
mv "$file.new" "$file"
echo "écrit dans target/outbox/$BASCULE_ID.txt"
