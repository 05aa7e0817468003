import { err, ok, type Result } from '@/lib/std/result';

const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** The address of a playbook as somebody typed it, or why it is none. Unencrypted only from this very computer. */
export function parsePlaybookUrl(text: string): Result<URL, string> {
  const typed = text.trim();
  if (!URL.canParse(typed))
    return err('That is not a web address. Example: https://files.example/playbook.json');
  const url = new URL(typed);
  const isLocal = url.protocol === 'http:' && LOCAL_HOSTS.includes(url.hostname);
  if (url.protocol !== 'https:' && !isLocal) {
    return err('The address must begin with https://. Only this computer may use http://localhost.');
  }
  if (url.username || url.password) return err('The address must hold no user name and no password.');
  url.hash = '';
  return ok(url);
}
