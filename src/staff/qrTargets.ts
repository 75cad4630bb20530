import type { Registry } from '../addresses/registry.ts';

/** Where the checker stands: what the poster and the tear-off sheet lead to. */
export const CHECKER_ADDRESS = '/check/';

/**
 * Every address that has a QR code, by the name of its file: each short address, and the checker.
 *
 * @returns addresses from the site's root by name, e.g. `c-sanctions`
 */
export function codedAddresses({ published }: Registry): Map<string, string> {
  const short = published.filter((address) => /^\/[cs]\//.test(address));
  return new Map([CHECKER_ADDRESS, ...short].map((address) => [codeName(address), address]));
}

/** The name of an address's code among the files in `/staff/qr/`. */
export function codeName(address: string): string {
  return address.replaceAll(/^\/|\/$/g, '').replaceAll('/', '-');
}
