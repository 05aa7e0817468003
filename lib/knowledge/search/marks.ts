import { hash32 } from './hash';

/** Facts of a record that are compared as a whole, kept as 32-bit hashes. */
const mark = (kind: string, value: string): number => hash32(`${kind}\u0000${value.trim().toLowerCase()}`);

export const partMark = (part: string): number => mark('part', part);
export const versionMark = (version: string): number => mark('version', version.replace(/^v(?=\d)/i, ''));
export const signatureMark = (signature: string): number => mark('signature', signature);
/** A signature as a whole, as a key of another system is written. */
export const keyMark = (key: string): number => mark('key', key);
