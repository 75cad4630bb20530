#!/usr/bin/env bash
# preact 10.29.8 with preact-render-to-string 6.8.2, in a document of jsdom 27.0.0
#
# One JSX attribute, `translate`, means opposite things in the browser and in the server's string:
#   <p translate={false}>  in a document: translate="no".   As a string: the attribute is left out.
#   <p translate="no">     in a document: the property gets the text "no", which is true: translate="yes".
#                          As a string: translate="no".
# So a component rendered in both places can't say "don't translate this" in one way: `false` is lost in the string, and
# "no" asks for the translation in the browser. The types allow a boolean only.
#
# Seen: <p></p> | <p translate="no"></p> | no | yes
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund preact@10.29.8 preact-render-to-string@6.8.2 jsdom@27.0.0 >/dev/null
cat > try.mjs <<'JS'
import { JSDOM } from 'jsdom';
import { h, render } from 'preact';
import { renderToString } from 'preact-render-to-string';

const { document } = new JSDOM('<main></main>').window;
globalThis.document = document;
const place = document.querySelector('main');
// jsdom has no `translate` property: as the HTML standard defines it.
Object.defineProperty(Object.getPrototypeOf(Object.getPrototypeOf(place)), 'translate', {
  configurable: true,
  get() {
    return this.getAttribute('translate') !== 'no';
  },
  set(value) {
    this.setAttribute('translate', value ? 'yes' : 'no');
  },
});
const inDocument = (translate) => {
  render(null, place);
  render(h('p', { translate }), place);
  return place.querySelector('p').getAttribute('translate');
};
console.log(
  [renderToString(h('p', { translate: false })), renderToString(h('p', { translate: 'no' })), inDocument(false), inDocument('no')].join(' | '),
);
JS
seen=$(node try.mjs)
echo "$seen"
if [ "$seen" != '<p></p> | <p translate="no"></p> | no | yes' ]; then
  echo 'This has changed.'
  exit 1
fi
