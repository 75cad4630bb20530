import { SAVES_DATA } from './settings.ts';

/**
 * An inline script that registers the service worker once the page has loaded and is idle, unless the reader saves
 * data or has a very slow network.
 *
 * @param worker address of the service worker
 */
export function registration(worker: string): string {
  return (
    ";addEventListener('load',()=>{const{serviceWorker:w,connection:c}=navigator;" +
    // One test for both, in syntax old enough for every phone: a syntax error would stop the whole script.
    `w&&!${SAVES_DATA}.test(c&&[c.effectiveType,c.saveData])&&` +
    // Safari has no requestIdleCallback, so it waits two seconds instead.
    `(window.requestIdleCallback||(f=>setTimeout(f,2e3)))(()=>w.register('${worker}').catch(()=>{}))})`
  );
}
