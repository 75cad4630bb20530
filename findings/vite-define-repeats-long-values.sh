#!/usr/bin/env bash
# vite 8.3.8, `define` with a long value, as a service worker's list of files is given
#
# The value is written out again wherever its name stands, and the minifier doesn't join the copies: naming it a second
# time doubles the bundle. Put it into a constant once.
#
# Seen: once 1, twice 2, through a constant 1
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund vite@8.3.8
cat >once.js <<'JS'
self.all = () => LIST;
JS
cat >twice.js <<'JS'
self.all = () => LIST;
self.names = () => LIST.map(String);
JS
cat >constant.js <<'JS'
const list = LIST;
self.all = () => list;
self.names = () => list.map(String);
JS
cat >try.js <<'JS'
import { build } from 'vite';

const list = ['the-marker', ...Array.from({ length: 500 }, (_, n) => `/a/long/address/${n}/`)];
const copies = async (name) => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    define: { LIST: JSON.stringify(list) },
    build: { write: false, rolldownOptions: { input: `./${name}.js`, output: { format: 'iife' } } },
  });
  return result.output[0].code.split('the-marker').length - 1;
};
console.log(`once ${await copies('once')}, twice ${await copies('twice')}, through a constant ${await copies('constant')}`);
JS
seen=$(node try.js)
echo "$seen"
if [ "$seen" != 'once 1, twice 2, through a constant 1' ]; then
  echo 'This has changed.'
  exit 1
fi
