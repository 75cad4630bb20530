#!/usr/bin/env bash
# Biome 2.6.8, `style/noRestrictedImports`, `patterns`.
#
# 1. A pattern refuses `import type` too, which loads nothing, and no option allows it. If your types start with a
#    capital and a small letter and your values don't, `importNamePattern` with `invertImportNamePattern` lets types
#    through and still refuses values, `import *`, imports without names and `import()`.
# 2. The patterns are described as gitignore-style, but character classes such as `[sS]` are a configuration error.
#
# Seen (lines of the file that are refused):
#   plain: 1 2 3 4 5
#   by name: 2 3 4 5
#   class: Character class `[]` are not supported.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund @biomejs/biome@2.6.8
cat >file.ts <<'FILE'
import type { Shape } from './server/schema.ts';
import { shape } from './server/schema.ts';
import * as all from './server/schema.ts';
import './server/schema.ts';
const later = await import('./server/schema.ts');
FILE

# Lints file.ts with a pattern, given as JSON.
lint() {
  printf '{ "linter": { "rules": { "style": { "noRestrictedImports": { "level": "error", "options": { "patterns": [%s] } } } } } }' "$1" >biome.json
  npx biome lint --colors=off --only=style/noRestrictedImports file.ts 2>&1 || true
}
lines() {
  sed -n 's/^file\.ts:\([0-9]*\):.*noRestrictedImports.*/\1/p' | sort -nu | paste -sd' '
}

seen="plain: $(lint '{ "group": ["**/server/**"] }' | lines)
by name: $(lint '{ "group": ["**/server/**"], "importNamePattern": "[A-Z][a-z].*", "invertImportNamePattern": true }' | lines)
class: $(lint '{ "group": ["**/[sS]erver/**"] }' | grep -o 'Character class `\[\]` are not supported\.' | head -1)"
echo "$seen"
expected='plain: 1 2 3 4 5
by name: 2 3 4 5
class: Character class `[]` are not supported.'
if [ "$seen" != "$expected" ]; then
  echo 'This has changed.'
  exit 1
fi
