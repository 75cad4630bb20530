import { type Clause, headingsOf } from '../code/document.ts';
import { shortName } from '../code/sections.ts';
import type { ContactField, Contacts, Help } from '../school/contacts.ts';
import type { School } from '../school/school.ts';
import { telephone } from '../school/telephone.ts';
import { withBase } from '../shared/urls.ts';
import type { RouteFile, SituationFile, StepFile } from './schema.ts';
import {
  type Detail,
  type OutsideHelp,
  optionOf,
  type Quotation,
  type Route,
  type SituationPage,
  type Step,
} from './situation.ts';

/** Where the names in situations are looked up. */
export interface Sources {
  clauses: ReadonlyMap<string, Clause>;
  contacts: Contacts;
  help: Help;
  school: School;
  /** The path the site is published under, e.g. `/`. */
  base: string;
}

interface AllSources extends Sources {
  situations: ReadonlyMap<string, SituationFile>;
}

/**
 * Looks up the clauses, contacts and outside help that the situations name. Names that don't exist, which
 * `content/references.ts` reports, are left out.
 */
export function resolveSituations(sources: AllSources): SituationPage[] {
  return [...sources.situations].map(([id, file]) => ({
    id,
    href: withBase(sources.base, `/situations/${id}/`),
    title: file.title,
    summary: file.summary,
    start: file.start,
    option: optionOf(file),
    looksLike: file.looksLike,
    why: file.why,
    keywords: file.keywords,
    ...(file.section === undefined ? {} : { section: file.section }),
    quotations: withoutLeadIns(file.cites.flatMap((anchor) => quotationOf(anchor, sources, file))),
    tellApart: file.tellApart.map(({ when, see }) => ({
      when,
      title: sources.situations.get(see)?.title ?? see,
      href: withBase(sources.base, `/situations/${see}/`),
    })),
    routes: {
      affected: resolveRoute(file.routes.affected, sources, file),
      responsible: resolveRoute(file.routes.responsible, sources, file),
      staff: resolveRoute(file.routes.staff, sources, file),
    },
  }));
}

/** Without paragraphs that only lead to the item after them, with which they're quoted. */
function withoutLeadIns(quotations: readonly Quotation[]): Quotation[] {
  return quotations.filter(({ text }, index) => quotations[index + 1]?.leadIn?.endsWith(text) !== true);
}

/** What a situation says of the clauses quoted for it. */
type Quoting = Partial<Pick<SituationFile, 'title' | 'unconfirmed'>>;

function resolveRoute({ start, quote, steps }: RouteFile, sources: Sources, quoting: Quoting): Route {
  const [quotation] = quote === undefined ? [] : quotationOf(quote, sources, quoting);
  return {
    start,
    ...(quotation === undefined ? {} : { quotation }),
    steps: steps.map((step) => resolveStep(step, sources)),
  };
}

/** A lead-in with one of these doesn't say what its list is about: “We ask that they are used to:” */
const POINTS_BACK = /\b(?:they|them|their|these|those|this|it|such)\b/i;
/** Nor does one with nothing but who asks: “We ask that:” */
const ONLY_ASKS = /^(?:(?:\S+ ){0,2}that|please):?$/i;

/** What’s about all before it, under whatever headings, and not only about what’s under its own: “any of the above” */
const ABOUT_ALL =
  /\b(?:any|all|one|some|each) of the above\b|\bthe above (?:behaviou?r|action|conduct|point|rule|expectation)/i;

/** A clause, ready to quote; empty if there's no such clause. */
function quotationOf(
  anchor: string,
  { clauses, base }: Pick<Sources, 'clauses' | 'base'>,
  { title, unconfirmed }: Quoting,
): Quotation[] {
  const clause = clauses.get(anchor);
  if (clause === undefined) return [];
  const { heading, leadIn } = clause;
  const isSaid =
    heading === '' ||
    ABOUT_ALL.test(clause.text) ||
    title?.includes(heading.replace(/^[^\p{L}]+|[\s:…]+$/gu, '')) === true ||
    (leadIn !== undefined && (leadIn === heading || !(POINTS_BACK.test(leadIn) || ONLY_ASKS.test(leadIn))));
  return [
    {
      anchor: clause.anchor,
      name: shortName(clause),
      text: clause.text,
      ...(clause.leadIn === undefined ? {} : { leadIn: clause.leadIn }),
      ...(isSaid ? {} : { under: headingsOf(clause) }),
      ...(unconfirmed === undefined ? {} : { unconfirmed }),
      href: withBase(base, `${clause.page}#${clause.anchor}`),
    },
  ];
}

/** A step of a route with everything looked up. */
export function resolveStep(step: StepFile, sources: Sources): Step {
  const { contacts, help, school } = sources;
  const contact = step.contact === undefined ? undefined : contacts[step.contact];
  const details = contact?.uses.flatMap((field) => detailOf(field, school)) ?? [];
  const [quotation] = step.clause === undefined ? [] : quotationOf(step.clause, sources, {});
  return {
    who: step.who,
    what: step.what,
    how: step.how,
    ...(step.say === undefined ? {} : { say: step.say }),
    ...(step.next === undefined ? {} : { next: step.next }),
    ...(quotation === undefined ? {} : { quotation }),
    details,
    ...(contact !== undefined && details.length === 0 ? { unset: contact.unset } : {}),
    help: (step.help ?? []).flatMap((id) => outsideHelp(help[id])),
  };
}

/** An entry of content/help.yaml, ready to show; empty if there's no such entry. */
export function outsideHelp(entry: Help[string] | undefined): OutsideHelp[] {
  if (entry === undefined) return [];
  const { name, what, url, phone, hours } = entry;
  return [
    { name, what, url, ...(phone === undefined ? {} : { phone }), ...(hours === undefined ? {} : { hours }) },
  ];
}

const DETAILS: Record<ContactField, (value: string) => Detail> = {
  phone: (value) => ({ label: 'Phone', text: value, href: telephone(value) }),
  email: (value) => ({ label: 'Email', text: value, href: `mailto:${value}` }),
  address: (value) => ({ label: 'Address', text: value }),
  website: (value) => ({ label: 'Website', text: value.replace(/^https:\/\/|\/$/g, ''), href: value }),
  complaintsPolicy: (value) => ({ label: 'Online', text: 'Complaints policy', href: value }),
  safeguardingLead: (value) => ({ label: 'Name', text: value }),
};

function detailOf(field: ContactField, school: School): Detail[] {
  const value = school[field];
  return value === undefined ? [] : [DETAILS[field](value)];
}
