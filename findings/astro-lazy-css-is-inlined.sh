#!/usr/bin/env bash
# astro 7.3.5 on Node 24.21.0, a style sheet imported by a module that a page's script loads later
#
# A script's `import('./later.js')` splits the JavaScript, and the browser fetches it when it's called. A style sheet that
# later.js imports isn't split along: it's in the page from the start, whether or not the module is ever loaded, so moving
# a rarely needed style there makes every first view heavier, not lighter.
#
# Seen: script split: true, its style in the page: true
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund astro@7.3.5 node@24.21.0
mkdir -p src/pages
cat >src/pages/index.astro <<'ASTRO'
<html lang="en"><head><title>A page</title></head><body><button>Later</button></body></html>
<script>
document.querySelector('button')?.addEventListener('click', () => import('../later.js'));
</script>
ASTRO
cat >src/later.js <<'JS'
import './later.css';
document.body.append('loaded-later');
JS
echo '.only-later { color: rebeccapurple }' >src/later.css
cat >astro.config.mjs <<'JS'
export default { build: { inlineStylesheets: 'always' } };
JS
PATH="$folder/node_modules/.bin:$PATH" ASTRO_TELEMETRY_DISABLED=1 astro build >/dev/null 2>&1
split=$(grep -l loaded-later dist/_astro/*.js | grep -c later || true)
styled=$(grep -c only-later dist/index.html || true)
seen="script split: $([ "$split" -ge 1 ] && echo true || echo false), its style in the page: $([ "$styled" -ge 1 ] && echo true || echo false)"
echo "$seen"
if [ "$seen" != 'script split: true, its style in the page: true' ]; then
  echo 'This has changed.'
  exit 1
fi
