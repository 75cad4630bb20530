#!/usr/bin/env bash
# Astro 7.3.5 with @astrojs/sitemap 3.7.4. Needs Node 22.12 or newer, as that Astro does.
#
# An integration that's added by another one's `updateConfig({ integrations: […] })` has its `astro:build:done` run
# after that one's. If that one has moved the built site by then, the sitemap doesn't fail: it makes the old folder
# again and writes there, and the build ends well, with no sitemap in the site.
#
# So list such an integration before yours in `integrations`, rather than adding it from yours.
#
# Seen:
#   added:  exit 0; moved/index.html, staging/sitemap-0.xml, staging/sitemap-index.xml
#   listed: exit 0; moved/index.html, moved/sitemap-0.xml, moved/sitemap-index.xml
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export ASTRO_TELEMETRY_DISABLED=1
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund astro@7.3.5 @astrojs/sitemap@3.7.4
mkdir -p src/pages
echo '<h1>Hello</h1>' >src/pages/index.astro
cat >astro.config.mjs <<'CONFIG'
import { renameSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';

const listed = process.env.HOW === 'listed';
const mover = {
  name: 'mover',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => updateConfig({ integrations: listed ? [] : [sitemap()] }),
    'astro:build:done': () => renameSync('staging', 'moved'),
  },
};
export default defineConfig({
  site: 'https://example.org',
  outDir: 'staging',
  integrations: [...(listed ? [sitemap()] : []), mover],
});
CONFIG

seen=''
for how in added listed; do
  rm -rf staging moved
  code=0
  HOW=$how npx astro build >build.log 2>&1 || code=$?
  files=$(find moved staging -type f 2>/dev/null | sort | paste -sd, | sed 's/,/, /g' || true)
  if [ $code != 0 ]; then cat build.log; fi
  seen+="$how: exit $code; $files"$'\n'
done
printf '%s' "$seen"
expected='added: exit 0; moved/index.html, staging/sitemap-0.xml, staging/sitemap-index.xml
listed: exit 0; moved/index.html, moved/sitemap-0.xml, moved/sitemap-index.xml
'
if [ "$seen" != "$expected" ]; then
  echo 'This has changed.'
  exit 1
fi
