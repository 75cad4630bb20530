#!/usr/bin/env bash
# satteri 0.10.5, the features of GitHub-flavoured Markdown
#
# One tilde is enough to strike words out, inside words too: “9~10am or 2~3pm” loses its middle. Bare `www.` becomes a
# link over http, and an email address a mailto. There's no option for these two: the type of `gfm` names footnotes only.
# `gfm: false` stops them, and takes tables along.
#
# Seen:
#   on: <p>9<del>10am or 2</del>3pm <a href="http://www.example.org">www.example.org</a></p> table: true
#   off: <p>9~10am or 2~3pm www.example.org</p> table: false
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund satteri@0.10.5
cat >try.js <<'JS'
import { markdownToHtml } from 'satteri';

for (const [name, options] of [['on', {}], ['off', { features: { gfm: false } }]]) {
  const table = markdownToHtml('| a |\n| - |\n| 1 |', options).html.includes('<table>');
  console.log(`${name}: ${markdownToHtml('9~10am or 2~3pm www.example.org', options).html.trim()} table: ${table}`);
}
JS
seen=$(node try.js)
echo "$seen"
expected='on: <p>9<del>10am or 2</del>3pm <a href="http://www.example.org">www.example.org</a></p> table: true
off: <p>9~10am or 2~3pm www.example.org</p> table: false'
if [ "$seen" != "$expected" ]; then
  echo 'This has changed.'
  exit 1
fi
