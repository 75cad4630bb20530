import { createHash } from 'node:crypto';

/** The SHA-256 of a file's bytes as lower-case hexadecimal digits, as `sha256sum` prints it. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
