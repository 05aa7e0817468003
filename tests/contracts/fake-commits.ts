import type { Item } from './source-contract';

type Tree = ReadonlyMap<string, string>;

/** A path and what became of it; a move tells where it was. */
interface Changed {
  readonly path: string;
  readonly status: 'added' | 'modified' | 'removed' | 'renamed';
  readonly from?: string;
}

/** A Git branch in memory: each change is a commit. */
export class FakeCommits {
  readonly #commits = new Map<string, { tree: Tree; at: number; parent: string | null }>();
  readonly #spoiled = new Set<string>();
  head = '';

  constructor() {
    this.#commit(new Map(), 0, null);
  }

  #commit(tree: Tree, at: number, parent: string | null): void {
    this.head = (this.#commits.size + 0xabc).toString(16).padStart(40, '0');
    this.#commits.set(this.head, { tree, at, parent });
  }

  readonly put = ({ n, title, text, at }: Item) => this.write(`docs/${n}.md`, `# ${title}\n\n${text}\n`, at);

  write(path: string, content: string, at = 0): void {
    this.#commit(new Map(this.tree(this.head)).set(path, content), at, this.head);
  }

  writeAll(paths: readonly string[]): void {
    this.#commit(
      new Map([...this.tree(this.head), ...paths.map((path) => [path, `# ${path}`] as const)]),
      0,
      this.head,
    );
  }

  readonly remove = (n: number) => this.delete(`docs/${n}.md`);

  delete(path: string): void {
    const tree = new Map(this.tree(this.head));
    tree.delete(path);
    this.#commit(tree, 0, this.head);
  }

  readonly spoil = (n: number) => {
    this.#spoiled.add(`docs/${n}.md`);
  };

  isSpoiled = (path: string) => this.#spoiled.has(path);

  /** As after a forced push: the commits before are gone. */
  forget(): void {
    const tree = this.tree(this.head);
    const { size } = this.#commits;
    this.#commits.clear();
    for (let n = 0; n < size; n += 1)
      this.#commits.set(`gone ${n}`, { tree: new Map(), at: 0, parent: null });
    this.#commit(tree, 0, null);
  }

  tree(sha: string): Tree {
    return this.#commits.get(sha)?.tree ?? new Map();
  }

  has(sha: string): boolean {
    return this.#commits.has(sha);
  }

  date(sha: string): string {
    return new Date(this.#commits.get(sha)?.at ?? 0).toISOString();
  }

  /** Whether one commit lies in the history of the other. */
  isAncestor(sha: string, of: string): boolean {
    for (let at: string | null = of; at; at = this.#commits.get(at)?.parent ?? null)
      if (at === sha) return true;
    return false;
  }

  diff(base: string, head: string): Changed[] {
    const before = this.tree(base);
    const after = this.tree(head);
    const gone = [...before.keys()].filter((path) => !after.has(path));
    const changes = [...after].flatMap(([path, content]): Changed[] => {
      if (before.get(path) === content) return [];
      if (before.has(path)) return [{ path, status: 'modified' }];
      const from = gone.find((old) => before.get(old) === content);
      if (!from) return [{ path, status: 'added' }];
      gone.splice(gone.indexOf(from), 1);
      return [{ path, status: 'renamed', from }];
    });
    return [...changes, ...gone.map((path): Changed => ({ path, status: 'removed' }))];
  }
}

export const toBase64Lines = (text: string) => Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n');
