import { PARTS, type Part, type Score, type Share } from './score';

const percent = ({ right, of }: Share): string => `${((100 * right) / of).toFixed(0)}%`;
const fraction = (share: Share | undefined): string => (share ? `${share.right}/${share.of}` : '');
/** One that is right or wrong as a whole needs no fraction. */
const mark = (share: Share | undefined): string =>
  share?.of === 1 ? (share.right === 1 ? 'yes' : 'NO') : fraction(share);

/** One row per page, then the totals; parts that no page expects have no column. */
export function scoreTable({ pages, total, messages }: Score): string {
  const parts = PARTS.filter((part) => total[part]);
  const row = (title: string, cell: (part: Part) => string) => [title, ...parts.map(cell)];
  const rows = [
    row('page', (part) => part),
    ...pages.map(({ page, error, parts: own }) =>
      row(error ? `${page} (${error})` : page, (part) => mark(own[part])),
    ),
    row('pages right', (part) => fraction(total[part])),
    row('share', (part) => (total[part] ? percent(total[part]) : '')),
    row('messages right', (part) => fraction(messages[part])),
    row('share of messages', (part) => (messages[part] ? percent(messages[part]) : '')),
  ];
  const widths = row('', () => '').map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
