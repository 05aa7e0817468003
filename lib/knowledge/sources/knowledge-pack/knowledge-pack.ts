import type { KnowledgeSource } from '@/lib/knowledge/knowledge-source';
import { toHostPattern } from '@/lib/knowledge/source-config';
import { check } from './check';
import { type PackConfig, PackConfigSchema } from './config';
import { fetchChanges } from './fetch-changes';
import { listIds } from './list-ids';

/**
 * Knowledge pack, version 1: a manifest and gzip JSONL files on any static host; the form is ours and stands in
 * docs/knowledge-pack.md, `npm run pack` writes it.
 * Verified against files written by that command and served by a real HTTP server, with and without Content-Encoding.
 */
export const knowledgePack: KnowledgeSource<PackConfig> = {
  id: 'knowledge-pack',
  name: 'Knowledge pack',
  offers: 'Everything of a team in one file on a static host: nobody’s browser has to ask the tracker',
  configSchema: PackConfigSchema,
  hosts: ({ url }) => [toHostPattern(url)],
  place: ({ url = '' }) => {
    if (!URL.canParse(url)) return url || 'no address';
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  },
  fetchChanges,
  listIds,
  check,
};
