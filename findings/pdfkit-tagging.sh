#!/usr/bin/env bash
# pdfkit 0.20.2, read back with @cantoo/pdf-lib 2.11.1, with a font of @expo-google-fonts/source-sans-3 0.4.1.
#
# With `tagged: true` and `subset: 'PDF/UA'`, the short ways of writing tagged content make files that aren't PDF/UA-1:
#
# 1. `list(items, { structParent })` adds LI elements to the parent, but no L around them, and none for a list in a list:
#    its items come after the others, as if they were no deeper. Only a parent that's an L makes it a list at all.
# 2. `text(words, { structParent, structType: 'Link', link })` adds a Link that holds the words only. The annotation isn't
#    in the structure (no OBJR, no StructParent), and has no Contents.
# 3. `text(words, { link })` in the function of a `struct('Link', …)` puts the annotation there, with empty Contents.
#    `annotate`, `link` and `goTo` take both as options, if `Contents` is a `String` object: a plain string becomes a name.
# 4. `subset: 'PDF/UA'` adds a CIDSet to each font, which mustn't leave out a glyph (ISO 14289-1, 7.21.4.2). It leaves out
#    those that others are composed of, such as the e and the accent of an é.
# 5. ToUnicode maps code 0, which is never used, to U+0000, which is forbidden (7.21.7).
#
# Seen:
#   Document(Sect(LI(Lbl LBody) LI(Lbl LBody)) Link P(Link(OBJR)))
#   annotation 1: StructParent none, Contents none
#   annotation 2: StructParent 1, Contents "" (a string)
#   font: 4 glyphs, 2 of them in CIDSet; code 0 is <0000>
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund pdfkit@0.20.2 @cantoo/pdf-lib@2.11.1 @expo-google-fonts/source-sans-3@0.4.1
cat >try.mjs <<'JS'
import { buffer } from 'node:stream/consumers';
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import Writer from 'pdfkit';

const font = 'node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';
const writer = new Writer({ tagged: true, subset: 'PDF/UA', pdfVersion: '1.7', lang: 'en', displayTitle: true, info: { Title: 'é' }, font });
const root = writer.struct('Document');
writer.addStructure(root);
const section = writer.struct('Sect');
root.add(section);
writer.list(['é', ['é']], { structParent: section });
section.end();
const link = 'https://example.org';
writer.text('é', { structParent: root, structType: 'Link', link });
root.add(writer.struct('P', [writer.struct('Link', () => writer.text('é', { link }))]));
root.end();
writer.end();

const pdf = await PDFDocument.load(await buffer(writer));
const get = (dict, ...keys) => keys.reduce((value, key) => value?.lookup(typeof key === 'string' ? PDFName.of(key) : key), dict);
const items = (value) => (value instanceof PDFArray ? Array.from({ length: value.size() }, (_, index) => value.lookup(index)) : [value]);
const show = (element) => {
  const type = get(element, 'S')?.decodeText() ?? get(element, 'Type').decodeText();
  const kids = items(get(element, 'K')).filter((kid) => kid instanceof PDFDict).map(show);
  return kids.length === 0 ? type : `${type}(${kids.join(' ')})`;
};
console.log(items(get(pdf.catalog, 'StructTreeRoot', 'K')).map(show).join(' '));
for (const [index, annotation] of items(pdf.getPage(0).node.Annots()).entries()) {
  const contents = get(annotation, 'Contents');
  const described = contents === undefined ? 'none' : `"${contents.decodeText()}" (a string)`;
  console.log(`annotation ${index + 1}: StructParent ${get(annotation, 'StructParent') ?? 'none'}, Contents ${described}`);
}
const [[, type0]] = get(pdf.getPage(0).node, 'Resources', 'Font').entries();
const dict = pdf.context.lookup(type0);
const descriptor = get(dict, 'DescendantFonts', 0, 'FontDescriptor');
const bytes = (stream) => Buffer.from(decodePDFRawStream(stream).decode());
const program = bytes(get(descriptor, 'FontFile2'));
const maxp = Array.from({ length: program.readUInt16BE(4) }, (_, table) => 12 + table * 16).find((at) => program.toString('latin1', at, at + 4) === 'maxp');
const glyphs = program.readUInt16BE(program.readUInt32BE(maxp + 8) + 4);
const listed = [...bytes(get(descriptor, 'CIDSet'))].flatMap((byte) => [...byte.toString(2)]).filter((bit) => bit === '1').length;
const [, zero] = /beginbfrange\s*<0000> <\w+> \[(<\w+>)/.exec(bytes(get(dict, 'ToUnicode')).toString());
console.log(`font: ${glyphs} glyphs, ${listed} of them in CIDSet; code 0 is ${zero}`);
JS
seen=$(node try.mjs)
echo "$seen"
expected='Document(Sect(LI(Lbl LBody) LI(Lbl LBody)) Link P(Link(OBJR)))
annotation 1: StructParent none, Contents none
annotation 2: StructParent 1, Contents "" (a string)
font: 4 glyphs, 2 of them in CIDSet; code 0 is <0000>'
if [ "$seen" != "$expected" ]; then
  echo 'This has changed.'
  exit 1
fi
