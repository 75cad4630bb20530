import { KEEPS_NOTHING } from './toKeep.ts';

/**
 * The script, to stand in a page, that has the pages kept on the device: once the page has loaded and nothing else
 * is to be done, and not for a reader who saves data or has a very slow network. Where a browser keeps nothing, or
 * is told not to, it does nothing.
 *
 * @param worker address of the service worker
 */
export function registration(worker: string): string {
  return (
    ";addEventListener('load',()=>{const{serviceWorker:w,connection:c}=navigator;" +
    // One test for both, in words that the oldest phones read: what they cannot read would stop this whole script.
    `w&&!${KEEPS_NOTHING}.test(c&&[c.effectiveType,c.saveData])&&` +
    // Safari knows no idle time: there two seconds must do.
    `(window.requestIdleCallback||(f=>setTimeout(f,2e3)))(()=>w.register('${worker}').catch(()=>{}))})`
  );
}
