import { hash32 } from './search/hash';

/** 64 bits of the text as a short word, for cursors that remember what was handed out; no protection against forgery. */
export const toShortHash = (text: string): string =>
  `${hash32(text).toString(36)}${hash32(text, 0x9747b28c).toString(36)}`;
