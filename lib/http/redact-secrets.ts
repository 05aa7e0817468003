import { toBase64 } from '@/lib/std/bytes';

const MARK = '•••';

/** The forms in which a secret may come back: as it is, in an address, and as Basic or base64 text. */
function formsOf(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  return [
    secret,
    secret.trim(),
    encodeURIComponent(secret.toWellFormed()),
    toBase64(bytes).replace(/=+$/, ''),
  ];
}

/** The text with every secret replaced. Runs on everything a person or a log may see after a request failed. */
export function redactSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .flatMap(formsOf)
    .filter((form) => form.length > 0)
    .sort((a, b) => b.length - a.length);
  // One pass is not enough for a secret that contains the mark itself, so such a form is cut out for good.
  return forms.reduce((clean, form) => {
    if (!MARK.includes(form)) return clean.replaceAll(form, MARK);
    return clean.replaceAll(form, '');
  }, text);
}
