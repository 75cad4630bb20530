import {
  figuresBySource,
  figuresOnPrefixes,
  type SourceFigures,
} from '../../src/checker/evaluation/bySource.ts';
import { anyReader } from '../../src/checker/languages/load.ts';
import { cachedModel } from '../../src/checker/training/cachedModel.ts';
import type { SizeName } from '../../src/checker/training/settings.ts';
import { ROOT } from '../../src/shared/environment.ts';
import type { Figure } from './figures.ts';
import { printTable } from './table.ts';

/** Prints how well the checker does on texts it was never trained on, by source, the worst first. */
export async function accuracy(): Promise<Figure[]> {
  return (['full', 'first'] as const).flatMap((size) => {
    const read = anyReader(ROOT, cachedModel(ROOT, size));
    const sources = figuresBySource(ROOT, read);
    const prefixes = figuresOnPrefixes(ROOT, read);
    printSources(NAMES[size], sources);
    console.log(
      `\nOf ${prefixes.count} beginnings of quiet texts, the button brings the panel for ${percent(prefixes.onButton)}, typing for ${percent(prefixes.whileTyping)}.`,
    );
    const name = `panel at the beginnings of quiet texts, on the button: ${NAMES[size]}`;
    return [...sources.map((source) => figureOf(source, size)), { name, ours: percent(prefixes.onButton) }];
  });
}

const NAMES = { full: 'the full model', first: 'the first model' };

function printSources(name: string, sources: readonly SourceFigures[]): void {
  printTable(
    `The checker with ${name}, on texts that never trained it`,
    [
      'source',
      'texts',
      'first',
      'of two',
      'of three',
      'after asking',
      'panel for nothing',
      'emergencies',
      'with quieter line',
    ],
    sources.map(({ title, count, measured }) => [
      title,
      String(count),
      ...measured.hits.map(percent),
      percent(measured.afterQuestion),
      percent(measured.falseAlarms),
      percent(measured.emergenciesSeen),
      percent(measured.emergenciesNoticed),
    ]),
  );
}

const percent = (value: number): string => `${value.toFixed(1)}%`;

function figureOf({ title, count, measured }: SourceFigures, size: SizeName): Figure {
  const name = `right first; of two; of three; after asking; panel for nothing: ${title} (${count}), ${NAMES[size]}`;
  return {
    name,
    ours: [...measured.hits, measured.afterQuestion, measured.falseAlarms].map(percent).join('; '),
  };
}
