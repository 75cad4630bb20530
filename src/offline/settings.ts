/** The service worker's script. From the site's root, so that it controls the whole site. */
export const SERVICE_WORKER_ADDRESS = '/sw.js';

/** The page shown without a network, if the requested page isn't cached. */
export const OFFLINE_ADDRESS = '/offline/';

/** An address without a page of its own, and where it redirects; both from the site's root. */
export interface Redirect {
  from: string;
  to: string;
}

/** Matches a connection, as `[effectiveType, saveData]`, on which nothing should be cached: slow, or saving data. */
export const SAVES_DATA = /2g|true/;

/** What some browsers say of the connection, as `navigator.connection`. */
export interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/** Whether nothing should be fetched ahead of need: the reader saves data, or the network is very slow. */
export const savesData = (connection: Connection | undefined): boolean =>
  SAVES_DATA.test(`${[connection?.effectiveType, connection?.saveData]}`);

/** The folder of files whose names hold a hash of their content, and what matches their addresses. */
export const HASHED = '_astro';
export const HASHED_FILES = new RegExp(`/${HASHED}/`);
