import { type Person, toName } from './authors';
import { isRole } from './badges';
import { gappedText } from './elements';

const MAX_HEAD = 4;
const MAX_REPEATED = 30;
/** "Ann Lee wrote", after the name. */
const VERB = /^( [\p{L}’']+){1,3}:?$/u;

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();

const isBullet = (line: string): boolean => /^(-|\d+\.)$/.test(line.trim());

/** Without the bullets of a list whose links were buttons. */
export function trimBullets(text: string): string {
  const lines = text.split('\n');
  let to = lines.length;
  while (to > 0 && (isBullet(lines[to - 1] ?? '') || !lines[to - 1]?.trim())) to -= 1;
  return to === lines.length ? text : lines.slice(0, to).join('\n');
}

/** A button's name is short, without numbers, and leads somewhere else in every post. */
const buttonIn = (line: string): string => {
  const plain = line.replace(/ \(https?:[^\s)]*\)/g, '').trim();
  return plain.length <= MAX_REPEATED && !/[\d.!?,:;]/.test(plain) ? plain : '';
};

/** Whether a line says nothing but who writes: the picture, the initials, the name, the address, a role. */
function isHead(line: string, { name, email }: Person): boolean {
  const bare = line.replace(/[[\]]/g, '').trim();
  return (
    bare === '' ||
    isBullet(bare) ||
    bare === name ||
    bare === email ||
    (name !== '' && bare.startsWith(name) && VERB.test(bare.slice(name.length)) && toName(bare) === name) ||
    (bare.length < 4 &&
      bare === bare.toUpperCase() &&
      /^\p{L}+$/u.test(bare) &&
      initialsOf(name).startsWith(bare)) ||
    isRole(bare)
  );
}

/** The cells of a row that say nothing but who writes. */
export const headCells = (row: Element | undefined, person: Person): Element[] =>
  row?.nodeName !== 'TR'
    ? []
    : Array.from(row.children).filter((cell) =>
        gappedText(cell, 300)
          .split('\n')
          .every((line) => isHead(line, person)),
      );

/** Without what stands above a text and only says who writes. */
export function trimHead(text: string, person: Person): string {
  const lines = text.split('\n');
  let from = 0;
  while (from < Math.min(MAX_HEAD, lines.length) && isHead(lines[from] ?? '', person)) from += 1;
  const rest = lines.slice(from).join('\n');
  return rest.trim() ? rest : text;
}

/** Without the short lines that end nearly every post: names of buttons. */
export function trimRepeated<Post extends { readonly text: string }>(posts: readonly Post[]): Post[] {
  let trimmed = [...posts];
  for (let round = 0; round < 4 && posts.length > 2; round += 1) {
    const counts = new Map<string, number>();
    const lasts = trimmed.map(({ text }) => text.slice(text.lastIndexOf('\n') + 1));
    const ends = lasts.map(buttonIn);
    for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
    const [line = '', count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (!line || count < posts.length * 0.8) break;
    trimmed = trimmed.map((post, index) => {
      const text = ends[index] === line ? post.text.slice(0, -(lasts[index]?.length ?? 0)).trimEnd() : '';
      return text ? { ...post, text } : post;
    });
  }
  return trimmed;
}
