/** @returns where a table of a TrueType font is, and a view of the font; the offset is 0 if there's no such table */
function tableOf(font: Uint8Array, tag: string): { view: DataView; offset: number } {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const records = Array.from({ length: view.getUint16(4) }, (_, record) => 12 + record * 16);
  const record = records.find((at) => Buffer.from(font.subarray(at, at + 4)).toString('latin1') === tag);
  return { view, offset: record === undefined ? 0 : view.getUint32(record + 8) };
}

/** How many glyphs a TrueType font has. */
export function glyphCount(font: Uint8Array): number {
  const { view, offset } = tableOf(font, 'maxp');
  return view.getUint16(offset + 4);
}

/** How wide a glyph of a TrueType font is, in thousandths of its size. */
export function advanceOf(font: Uint8Array, glyph: number): number {
  const { view, offset } = tableOf(font, 'hmtx');
  const unitsPerEm = view.getUint16(tableOf(font, 'head').offset + 18);
  const widths = view.getUint16(tableOf(font, 'hhea').offset + 34);
  return (view.getUint16(offset + Math.min(glyph, widths - 1) * 4) * 1000) / unitsPerEm;
}
