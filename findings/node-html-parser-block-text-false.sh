#!/usr/bin/env bash
# node-html-parser 9.0.7, `blockTextElements`
#
# Left alone, what's in `pre` is text, tags included. Setting `pre: false` doesn't have it parsed: it deletes what's inside.
# To have it parsed, the key must be missing, and the two others said again, because the object replaces the default.
#
# Seen:
#   default: The <b>end</b>.
#   false:
#   missing: The end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund node-html-parser@9.0.7
cat >try.js <<'JS'
import { parse } from 'node-html-parser';

const html = '<pre>The <b>end</b>.</pre>';
for (const [name, blockTextElements] of [
  ['default', undefined],
  ['false', { script: true, style: true, pre: false }],
  ['missing', { script: true, style: true }],
])
  console.log(`${name}: ${parse(html, blockTextElements === undefined ? {} : { blockTextElements }).text}`.trimEnd());
JS
seen=$(node try.js)
echo "$seen"
expected='default: The <b>end</b>.
false:
missing: The end.'
if [ "$seen" != "$expected" ]; then
  echo 'This has changed.'
  exit 1
fi
