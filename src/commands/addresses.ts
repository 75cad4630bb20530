import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { addForwarded, addPublished, type Forward } from '../addresses/editRegistry.ts';
import { type Proposal, proposeForwards } from '../addresses/propose.ts';
import {
  ADDRESSES_FILE,
  addressesOf,
  addressesSchema,
  goneAddresses,
  type Registry,
} from '../addresses/registry.ts';
import { NOT_COVERED } from '../checker/reading/reader.ts';
import { CODE_PAGE } from '../code/document.ts';
import { type PublishedSite, readPublishedSite } from '../content/publishedSite.ts';
import { ROOT } from '../shared/environment.ts';
import { readYaml } from '../shared/yaml.ts';
import { runCommand } from './runCommand.ts';

const HELP = `npm run addresses                brings ${ADDRESSES_FILE} up to date: adds the site’s new addresses, and forwards those that are gone
npm run addresses -- --dry-run   only shows what it would do`;

/** A list that nothing has been published from yet. */
const EMPTY = `# Every address this site has ever published. People link to them in emails, so none can ever be lost.
# Add to the list, but never delete a line. The build stops if one of them leads nowhere.
published:

# Old addresses, and where each one leads now, for example: /#old-anchor: /#new-anchor
forwarded:
`;

/** Files, which can’t be forwarded, and pages that are made for one governors’ meeting. */
const LEFT_TO_THE_BUILD = /^[^#]*[^/#]$|^\/(?:offline\/|governors\/(?:compare|draft)\/)/;

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const place = path.join(ROOT, ADDRESSES_FILE);
  const written = existsSync(place) ? readFileSync(place, 'utf8') : '';
  const text = written.trim() === '' ? EMPTY : written;
  const registry = readYaml(ADDRESSES_FILE, text, addressesSchema);
  const site = readPublishedSite(ROOT);
  const { added, proposals } = workOut(registry, site);
  const dryRun = values['dry-run'];
  const asks = !dryRun && process.stdin.isTTY && process.stdout.isTTY;
  const forwards = asks ? await ask(proposals, [...registry.published, ...added]) : proposals;
  // Published before they’re forwarded, so that nothing leads to what isn’t in the list.
  const changed = addForwarded(addPublished(text, added), forwards);
  if (!dryRun && changed !== written) writeFileSync(place, changed);
  console.log(reportOf(added, forwards, dryRun));
}

/** What’s missing from the list, and where what’s gone could lead. */
function workOut(registry: Registry, site: PublishedSite): { added: string[]; proposals: Proposal[] } {
  const addresses = [...site.pages, ...addressesOf(site.clauses, site.situations)];
  const added = addresses.filter((address) => !registry.published.includes(address));
  const gone = goneAddresses(registry, site.clauses, new Set(addresses)).filter(
    (address) => !LEFT_TO_THE_BUILD.test(address),
  );
  const proposals = proposeForwards(gone, {
    ...site,
    addresses: new Set(addresses),
    notCovered: `/situations/${NOT_COVERED}/`,
    codePage: CODE_PAGE,
  });
  return { added, proposals };
}

/** Asks in the terminal where each address is to lead. Enter takes the address in brackets. */
async function ask(proposals: readonly Proposal[], known: readonly string[]): Promise<Proposal[]> {
  if (proposals.length === 0) return [];
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const gone = proposals.map(({ from }) => from);
  const forwards: Proposal[] = [];
  console.log(
    `${proposals.length} old addresses lead nowhere. Where should they lead now?
Press Enter to take the address in brackets, type another, or type “all” to take the rest as proposed.\n`,
  );
  let takesAll = false;
  for (const [index, proposal] of proposals.entries()) {
    let to = takesAll ? proposal.to : undefined;
    while (to === undefined) {
      const typed = (
        await terminal.question(`${index + 1}. ${proposal.from} [${proposal.to}] (${proposal.because}) `)
      ).trim();
      takesAll = typed === 'all';
      if (typed === '' || takesAll) to = proposal.to;
      else if (known.includes(typed) && !gone.includes(typed)) to = typed;
      else
        console.log(
          `   ${typed} isn’t an address of the site. They start with a slash, such as ${CODE_PAGE}#anchor.`,
        );
    }
    forwards.push(to === proposal.to ? proposal : { ...proposal, to, because: 'as you typed' });
  }
  terminal.close();
  return forwards;
}

function reportOf(added: readonly string[], forwards: readonly Proposal[], dryRun: boolean): string {
  if (added.length === 0 && forwards.length === 0) return `${ADDRESSES_FILE} is up to date.`;
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`${title} (${lines.length})`, ...lines.map((line) => `  ${line}`), ''];
  const line = ({ from, to, because }: Forward & Pick<Proposal, 'because'>): string =>
    `${from}: ${to}   (${because})`;
  return [
    ...list(dryRun ? 'Would be added' : 'Added', added),
    ...list(dryRun ? 'Would be forwarded' : 'Forwarded', forwards.map(line)),
    dryRun
      ? `Nothing has been changed. To do it: npm run addresses`
      : `Written to ${ADDRESSES_FILE}. To send an old address somewhere else, change its line under \`forwarded:\`.`,
  ].join('\n');
}

await runCommand(main, HELP);
