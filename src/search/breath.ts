/**
 * Lets the browser do what else is waiting. What has come is unpacked, searched and shown, each as soon as the one
 * before it is done: on a slow phone, all in one go, that is too long to answer a reader in between.
 */
export function breath(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}
