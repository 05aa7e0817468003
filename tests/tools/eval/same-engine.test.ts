// @vitest-environment node
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

/** Where the engine is set up: the shipped worker and background, the command that measures, the benchmark. */
const PLACES = [
  'lib/knowledge/index/search-service.ts',
  'lib/knowledge/index/update-index.ts',
  'tests/tools/eval/measure.ts',
  'tests/tools/bench/systems/baton.ts',
];

/** Every `new Searcher(…)` and `new IndexWriter(…)` of a file with the number of its arguments. */
function setUps(file: string): [name: string, parameters: number][] {
  const found: [string, number][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
      const name = node.expression.text;
      if (name === 'Searcher' || name === 'IndexWriter') found.push([name, node.arguments?.length ?? 0]);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

it('measures the engine that ships: the same classes, and nobody hands them other parameters', () => {
  const all = PLACES.map(setUps);
  expect(all.map((found) => found.length > 0)).toEqual(PLACES.map(() => true));
  // The store alone: parameters come from `searchParameters`, the default of both.
  expect(all.flat().filter(([, parameters]) => parameters !== 1)).toEqual([]);
});
