import { err, ok, type Result } from '@/lib/std/result';
import { cleanLine, toHttpUrl } from '@/lib/std/text';

const MOST = 20;
const LONGEST = 2_000;

/** The addresses with one more, or why it is not taken. */
export function addRecording(kept: readonly string[], typed: string): Result<string[], string> {
  const address = cleanLine(typed);
  if (address === '') return err('Paste the address of the recording.');
  if (address.length > LONGEST) return err('This address is too long. Copy the short link of the recording.');
  if (URL.canParse(address) && new URL(address).username) {
    return err('This address holds a user name or a password. Copy the one made for sharing.');
  }
  const url = toHttpUrl(address);
  if (!url) return err('That is not a web address. Copy it from the address bar, with https://.');
  if (kept.includes(url.href)) return err('This recording is here already.');
  if (kept.length >= MOST) return err(`${MOST} recordings are the most. Remove one first.`);
  return ok([...kept, url.href]);
}
