#!/usr/bin/env bash
# mammoth 1.13.0, `convertToHtml` and `extractRawText`, on a Word file (made with docx 9.15.2) with two numbered lists
# next to each other, `a)` `b)` and then `(i)` `(ii)`, that start with 1 each.
#
# 1. The numbers are in neither result: HTML has an `ol` without `type` or `start`, and the raw text has none.
# 2. The two lists become one `ol`, so a browser would count 1 to 4.
#
# A cure: work the numbers out from word/numbering.xml, and give mammoth a copy in which each is a run of text and its
# paragraph’s `w:numId` is 0.
#
# Seen:
#   html: <ol><li>one</li><li>two</li><li>three</li><li>four</li></ol>
#   raw: one two three four
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund mammoth@1.13.0 docx@9.15.2
cat >try.js <<'FILE'
import { AlignmentType, Document, LevelFormat, Packer, Paragraph } from 'docx';
import mammoth from 'mammoth';

const list = (reference, format, text) => ({
  reference,
  levels: [{ level: 0, format, text, alignment: AlignmentType.START }],
});
const item = (text, reference) => new Paragraph({ text, numbering: { reference, level: 0 } });
const buffer = await Packer.toBuffer(
  new Document({
    numbering: {
      config: [list('a', LevelFormat.LOWER_LETTER, '%1)'), list('i', LevelFormat.LOWER_ROMAN, '(%1)')],
    },
    sections: [{ children: [item('one', 'a'), item('two', 'a'), item('three', 'i'), item('four', 'i')] }],
  }),
);
console.log(`html: ${(await mammoth.convertToHtml({ buffer })).value}`);
console.log(`raw: ${(await mammoth.extractRawText({ buffer })).value.trim().replace(/\s+/g, ' ')}`);
FILE
seen=$(node try.js)
echo "$seen"
expected='html: <ol><li>one</li><li>two</li><li>three</li><li>four</li></ol>
raw: one two three four'
if [ "$seen" != "$expected" ]; then
  echo 'This has changed.'
  exit 1
fi
