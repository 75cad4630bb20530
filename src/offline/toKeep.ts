/** The script that keeps the pages, in the site's folder: from there it reaches all of the site, and no more. */
export const SERVICE_WORKER_ADDRESS = '/sw.js';

/** The page that is shown where there is no signal and the page asked for is not kept. From the site's root. */
export const OFFLINE_ADDRESS = '/offline/';

/** A file that is kept on the device. */
export interface ToKeep {
  /** From the site's folder, without a slash at the start; `./` is the first page. */
  url: string;
  /** What tells this version of the file from others; `null` where its name does. */
  revision: string | null;
}

/** An address that has no page of its own, and where it leads; both from the site's root. */
export interface Forwarded {
  from: string;
  to: string;
}

/**
 * Found in what a browser tells of its connection, as `[effectiveType, saveData]`, where nothing is to be kept: data is
 * saved, or the network is very slow.
 */
export const KEEPS_NOTHING = /2g|true/;
