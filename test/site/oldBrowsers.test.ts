import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'node-html-parser';
import ts from 'typescript';
import { expect, inject, test } from 'vitest';
import { SCRIPT_TARGET } from '../../src/shared/browserTarget.ts';
import { pagesToRead } from '../support/pagesToRead.ts';

const { folder } = inject('atRoot');

const { SyntaxKind } = ts;
const NEWER_OPERATORS: readonly ts.SyntaxKind[] = [
  SyntaxKind.QuestionQuestionToken,
  SyntaxKind.QuestionQuestionEqualsToken,
  SyntaxKind.BarBarEqualsToken,
  SyntaxKind.AmpersandAmpersandEqualsToken,
  SyntaxKind.QuestionDotToken,
];
const NEWER_NODES: readonly ts.SyntaxKind[] = [
  SyntaxKind.PrivateIdentifier,
  SyntaxKind.PropertyDeclaration,
  SyntaxKind.ClassStaticBlockDeclaration,
  SyntaxKind.BigIntLiteral,
];
/** Names that only newer browsers know, and that do not stand in older ones for something else. */
const NEWER_NAMES = new Set([
  ...['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'matchAll', 'replaceAll'],
  ...['hasOwn', 'groupBy', 'allSettled', 'withResolvers', 'isWellFormed', 'toWellFormed'],
  ...['structuredClone', 'replaceChildren', 'union', 'intersection', 'difference', 'randomUUID'],
]);

/** What of a script is newer than its target: signs, patterns and names, each as it is written. */
function newerIn(script: string): string[] {
  const source = ts.createSourceFile('script.js', script, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const found: string[] = [];
  const see = (node: ts.Node): void => {
    const text = node.getText(source);
    if (NEWER_OPERATORS.includes(node.kind) || NEWER_NODES.includes(node.kind)) found.push(text);
    if (ts.isNumericLiteral(node) && text.includes('_')) found.push(text);
    // Safari before 16.4 drops a script with a look behind; the flags are younger still.
    if (ts.isRegularExpressionLiteral(node) && (/\(\?<[=!]/.test(text) || /[dv]\w*$/.test(text)))
      found.push(text);
    if (ts.isPropertyAccessExpression(node) && NEWER_NAMES.has(node.name.text)) found.push(node.name.text);
    if (ts.isAwaitExpression(node) && !ts.findAncestor(node, ts.isFunctionLike)) found.push(text);
    ts.forEachChild(node, see);
  };
  ts.forEachChild(source, see);
  return found;
}

test('what is newer than older phones is told apart', () => {
  expect(SCRIPT_TARGET).toBe('es2019');
  expect(newerIn('const f = async () => { try { await a.b(); } catch {} }; f(...[x ? .5 : y])')).toEqual([]);
  for (const newer of ['a?.b', 'a ?? b', 'a ||= b', 'class A { #b }', 'class A { b = 1 }', 'await a', '1_0'])
    expect(newerIn(newer), newer).not.toEqual([]);
  expect(newerIn('/(?<!a)b/.test(c.at(-1))')).toEqual(['/(?<!a)b/', 'at']);
});

test('no script holds what an older phone cannot read, on any page or fetched by it', () => {
  const files = globSync('{_astro/*.js,sw.js}', { cwd: folder });
  const scripts = files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const);
  for (const [address, html] of pagesToRead(folder))
    for (const script of parse(html).querySelectorAll('script:not([src])'))
      scripts.push([address, script.textContent]);
  expect(scripts.length).toBeGreaterThan(50);
  // Where the package that keeps the pages misses the first, nothing is kept, and the pages are as ever. The second is
  // of the open tabs, as old as workers are.
  expect(scripts.flatMap(([where, script]) => newerIn(script).map((what) => `${where}: ${what}`))).toEqual([
    'sw.js: allSettled',
    'sw.js: matchAll',
  ]);
});

test('no style stands in a layer, which older browsers drop, or joins in one property what Safari knows only apart', () => {
  for (const [address, html] of pagesToRead(folder))
    for (const style of parse(html).querySelectorAll('style'))
      expect(style.textContent, address).not.toMatch(/@layer|text-decoration:[^;}]*\d/);
});
