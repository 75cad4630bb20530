#!/usr/bin/env bash
# fuse.js 7.5.0, `threshold` and `includeScore`
#
# `threshold` bounds the score of the match alone. What `includeScore` reports has the length of the field worked in
# afterwards, so results come with scores above the threshold, and cutting them off there loses good ones.
# `ignoreFieldNorm` makes the two the same.
#
# Seen: above the threshold of 0.3: true; with ignoreFieldNorm: false
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund fuse.js@7.5.0
cat >try.js <<'JS'
import Fuse from 'fuse.js';

const titles = [
  { title: 'Asking other parents to join a complaint' },
  { title: 'Hitting, pushing or threats to hurt someone' },
  { title: 'Talk of posting online or going to the papers' },
];
const above = (ignoreFieldNorm) =>
  new Fuse(titles, { keys: ['title'], threshold: 0.3, ignoreLocation: true, includeScore: true, ignoreFieldNorm })
    .search('complant')
    .some(({ score }) => score > 0.3);
console.log(`above the threshold of 0.3: ${above(false)}; with ignoreFieldNorm: ${above(true)}`);
JS
seen=$(node try.js)
echo "$seen"
if [ "$seen" != 'above the threshold of 0.3: true; with ignoreFieldNorm: false' ]; then
  echo 'This has changed.'
  exit 1
fi
