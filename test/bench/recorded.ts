/** What one page with the Code took elsewhere: KB over the wire, and the largest paint in milliseconds. */
export interface Recorded {
  generator: string;
  requests: number;
  total: number;
  html: number;
  css: number;
  js: number;
  paint: number;
}

/**
 * Measured once, on one machine in one run, with the Code and its appendix alone as content: brotli, a phone of
 * 390 pixels, a processor slowed four times, slow 4G. Only Starlight is measured again beside ours: the others
 * are not installed here.
 */
export const RECORDED: readonly Recorded[] = [
  { generator: 'Starlight 0.42', requests: 10, total: 44.5, html: 5.8, css: 11.7, js: 27.0, paint: 840 },
  { generator: 'MkDocs Material 8.2', requests: 8, total: 58.8, html: 3.5, css: 19.1, js: 32.4, paint: 872 },
  { generator: 'VitePress 1.6', requests: 11, total: 147.5, html: 3.5, css: 18.5, js: 59.1, paint: 1128 },
  { generator: 'Docusaurus 3.10', requests: 21, total: 215.9, html: 4.5, css: 15.4, js: 195.9, paint: 884 },
];
