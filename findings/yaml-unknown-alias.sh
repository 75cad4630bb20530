#!/usr/bin/env bash
# yaml 2.9.1, `parseDocument`
#
# An alias that nothing defines is neither among the document's errors nor its warnings. It only fails when the document
# is turned into values, with a bare ReferenceError and no place. An anchor swallows the first word of a value without
# even a warning; a local tag does so with one.
#
# Seen:
#   name: *Hill* -> 0 errors, 0 warnings, ReferenceError: Unresolved alias (the anchor must be set before the alias): Hill*
#   name: &Hill School -> 0 errors, 0 warnings, "School"
#   name: !Hill School -> 0 errors, 1 warnings, "School"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund yaml@2.9.1
cat >try.js <<'JS'
import { parseDocument } from 'yaml';

for (const line of ['name: *Hill*', 'name: &Hill School', 'name: !Hill School']) {
  const document = parseDocument(line, { logLevel: 'silent' });
  let value;
  try {
    value = JSON.stringify(document.toJS().name);
  } catch (error) {
    value = String(error);
  }
  console.log(`${line} -> ${document.errors.length} errors, ${document.warnings.length} warnings, ${value}`);
}
JS
seen=$(node try.js)
echo "$seen"
expected='name: *Hill* -> 0 errors, 0 warnings, ReferenceError: Unresolved alias (the anchor must be set before the alias): Hill*
name: &Hill School -> 0 errors, 0 warnings, "School"
name: !Hill School -> 0 errors, 1 warnings, "School"'
if [ "$seen" != "$expected" ]; then
  echo 'This has changed.'
  exit 1
fi
