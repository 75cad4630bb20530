import type { Registry } from '../addresses/registry.ts';

/** The checker, which the poster and the tear-off sheet link to. */
export const CHECKER_ADDRESS = '/check/';

/**
 * Every address with a QR code: the checker and each short address.
 *
 * @returns addresses from the site's root by the name of their file, e.g. `c-sanctions`
 */
export function qrAddresses({ published }: Registry): Map<string, string> {
  const short = published.filter((address) => /^\/[cs]\//.test(address));
  return new Map([CHECKER_ADDRESS, ...short].map((address) => [qrName(address), address]));
}

/** The name of an address's QR code in `/staff/qr/`, without its extension. */
export function qrName(address: string): string {
  return address.replaceAll(/^\/|\/$/g, '').replaceAll('/', '-');
}
