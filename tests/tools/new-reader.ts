/** `npm run new:reader <id> ["Name"]`: a reader that passes its contract kit, to be made into that of a real desk. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readers } from '@/lib/ticket/readers';
import { addToReadme, addToRegistry, skeletonFiles } from './new-reader/skeleton';

const REGISTRY = 'lib/ticket/readers/index.ts';
const [
  id = '',
  name = id.replace(/(^|-)(\w)/g, (_, dash, letter) => `${dash ? ' ' : ''}${letter.toUpperCase()}`),
] = process.argv.slice(2);

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
  refuse('Usage: npm run new:reader <id> ["Name"]. The id is lower-case, with dashes, for example help-hub.');
if (/['`\\|]/.test(name)) refuse('The name may not hold quotes, backslashes or bars.');
// Names every object has would be found in any table.
if (id in {}) refuse(`${id} cannot be the id of a reader.`);
if (existsSync(`lib/ticket/readers/${id}`) || readers.some((reader) => reader.id === id))
  refuse(`There is a reader ${id} already.`);

for (const [file, content] of Object.entries(skeletonFiles(id, name))) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(`wrote   ${file}`);
}
writeFileSync(REGISTRY, addToRegistry(readFileSync(REGISTRY, 'utf8'), id));
writeFileSync('README.md', addToReadme(readFileSync('README.md', 'utf8'), id, name));
console.log(`changed ${REGISTRY}, README.md`);
console.log(`Next: npm run format; npx vitest run lib/ticket/readers/${id}`);
